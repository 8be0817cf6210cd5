import type { ComponentChildren } from 'preact';
import './cheer.css';
import { CheckMark, NearMark } from './marks.tsx';
import './verdict.css';

/** A label and a mark for a correct or a wrong answer. */
export function Verdict({ isRight }: { isRight: boolean }): ComponentChildren {
  return (
    <span class={isRight ? 'verdict verdict-right cheer' : 'verdict'} lang="en">
      {isRight ? <CheckMark /> : <NearMark />}
      {isRight ? 'Correct.' : 'Not quite.'}
    </span>
  );
}

/** The line of a phone's card in which the verdict appears; null before there is one. */
export function VerdictLine({ isRight }: { isRight: boolean | null }): ComponentChildren {
  // Always there: a screen reader reads out what comes into it.
  return (
    <p class="verdict-line" role="status">
      {isRight !== null && <Verdict isRight={isRight} />}
    </p>
  );
}
