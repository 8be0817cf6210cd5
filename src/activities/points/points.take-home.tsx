import type { ComponentChildren } from 'preact';
import type { TakeHomeViewProps } from '../views.ts';
import type { PointsAnswer, PointsContent, PointsShown } from './content.ts';
import { Given } from './parts/given.phone.tsx';

type Props = TakeHomeViewProps<PointsContent, PointsAnswer, PointsShown>;

/** The attendee's points of each option, and the room's mean beside them. */
export default function PointsTakeHome({ content, answer, tally }: Props): ComponentChildren {
  return <Given content={content} answer={answer} tally={tally} />;
}
