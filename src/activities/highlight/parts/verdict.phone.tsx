import type { ComponentChildren } from 'preact';
import { CheckMark, NearMark } from '../../../ui/marks.tsx';
import '../../../ui/cheer.css';
import { verdictLabel } from '../labels.ts';
import '../highlight.css';

/** A label and a mark for a correct or a wrong answer. */
export function Verdict({ isRight }: { isRight: boolean }): ComponentChildren {
  return (
    <span
      class={isRight ? 'highlight-verdict highlight-good cheer' : 'highlight-verdict'}
      lang="en"
    >
      {isRight ? <CheckMark /> : <NearMark />}
      {verdictLabel(isRight)}
    </span>
  );
}
