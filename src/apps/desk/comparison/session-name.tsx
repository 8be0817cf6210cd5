import type { ComparedSession } from '../../../results/comparison/compare-sessions.ts';
import { SeriesMark } from '../../../ui/charts/series-mark.tsx';
import { OwnText } from '../../../ui/own-text.tsx';
import { sessionLabel } from './labels.ts';

interface Props {
  readonly session: ComparedSession;
  /** Its place in the order of time, from 0. */
  readonly place: number;
}

/** A session's mark and name. */
export function SessionName({ session, place }: Props) {
  return (
    <span class="comparison-name" lang="en">
      <SeriesMark place={place} />
      <OwnText>{sessionLabel(session)}</OwnText>
    </span>
  );
}
