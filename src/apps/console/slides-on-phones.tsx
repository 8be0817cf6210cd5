import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import type { ConsoleSnapshot } from '../../session/views.ts';
import type { ReportProblem } from './report-problem.ts';

interface Props {
  readonly session: ConsoleSession;
  readonly snapshot: ConsoleSnapshot;
  readonly report: ReportProblem;
}

/** Lets phones show the present slide between questions, or keeps it from them. */
export function SlidesOnPhones({ session, snapshot, report }: Props) {
  const { followed } = snapshot;
  return (
    <button
      type="button"
      class="button"
      aria-pressed={followed}
      onClick={() => void session.control('follow:set', { on: !followed }).then(report)}
    >
      Slides on phones
    </button>
  );
}
