import type { ComponentChildren } from 'preact';
import { OwnText } from '../ui/own-text.tsx';
import { useFitText } from '../ui/use-fit-text.ts';
import type { Words } from './shown.ts';
import './spotlight.stage.css';

/** The number of text sizes in the style sheet. */
const SIZES = 8;

/** One text, as large as fits, with the number of its writers where they are several. */
export function Spotlight({ words: { text, count } }: { words: Words }): ComponentChildren {
  const { box } = useFitText(SIZES);
  return (
    <div class="spotlight" ref={box}>
      <p>
        <OwnText>{text}</OwnText>
        {count > 1 && <span class="spotlight-count"> {count}</span>}
      </p>
    </div>
  );
}
