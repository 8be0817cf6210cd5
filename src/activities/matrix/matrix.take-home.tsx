import type { ComponentChildren } from 'preact';
import type { TakeHomeViewProps } from '../views.ts';
import type { MatrixAnswer, MatrixContent, MatrixShown } from './content.ts';
import { Given } from './parts/given.phone.tsx';

type Props = TakeHomeViewProps<MatrixContent, MatrixAnswer, MatrixShown>;

/** The attendee's positions and quadrants, and the room's medians beside them. */
export default function MatrixTakeHome({ content, answer, tally }: Props): ComponentChildren {
  return <Given content={content} answer={answer} tally={tally} />;
}
