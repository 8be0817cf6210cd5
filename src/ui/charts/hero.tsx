import type { ComponentChildren } from 'preact';
import { formatNumber, splitUnit } from '../../lib/format-number.ts';
import './hero.css';

/** The longest unit, in letters, that goes beside the figure; longer ones go below it. */
const SHORT_UNIT = 3;
/** The width of a short unit, in digits. */
const UNIT_DIGITS = 1.5;

export interface HeroProps {
  /** The figure's name. */
  readonly label: string;
  readonly value: number;
  readonly unit: string;
}

/** One number, as large as its digits allow. */
export function Hero({ label, value, unit }: HeroProps): ComponentChildren {
  const [sign, words] = splitUnit(unit);
  const isShort = sign === '' && words.length <= SHORT_UNIT;
  const [beside, below] = isShort ? [words, ''] : [sign, words];
  const digits = formatNumber(value).length + (beside === '' ? 0 : UNIT_DIGITS);
  return (
    <p class="hero">
      <span class="hero-label" lang="en">
        {label}
      </span>{' '}
      <span class="hero-figure ltr" style={{ '--digits': digits }}>
        {formatNumber(value) + sign}
        {isShort && beside !== '' && <span class="hero-beside-unit"> {beside}</span>}
      </span>{' '}
      {below !== '' && <span class="hero-unit view-label">{below}</span>}
    </p>
  );
}
