import type { ComponentChildren } from 'preact';
import { formatNumber, splitUnit } from '../lib/format-number.ts';
import { OwnText } from './own-text.tsx';

/** A number with its unit, in the order of the page: the number itself runs from left to right. */
export function Quantity({ value, unit }: { value: number; unit: string }): ComponentChildren {
  const [sign, words] = splitUnit(unit);
  return (
    <>
      <span class="ltr">{formatNumber(value) + sign}</span>
      {words !== '' && (
        <>
          {' '}
          <OwnText>{words}</OwnText>
        </>
      )}
    </>
  );
}
