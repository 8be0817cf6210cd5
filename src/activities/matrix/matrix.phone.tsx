import type { ComponentChildren } from 'preact';
import type { PhoneViewProps } from '../views.ts';
import type { MatrixAnswer, MatrixContent, MatrixShown } from './content.ts';
import { Given } from './parts/given.phone.tsx';
import { Placing } from './parts/placing.phone.tsx';
import './matrix.css';

type Props = PhoneViewProps<MatrixContent, MatrixAnswer, MatrixShown>;

/** Items to be placed; once the room may be seen, and once closed, the attendee's positions and the room's. */
export default function MatrixPhone(props: Props): ComponentChildren {
  const { content, answer, open, tally } = props;
  return (
    <div class="matrix">
      {open && <Placing view={props} />}
      {(tally !== null || (!open && answer !== null)) && (
        <Given content={content} answer={answer} tally={tally} />
      )}
    </div>
  );
}
