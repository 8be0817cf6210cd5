import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import { isReopenable } from '../../session/reopenable.ts';
import type { ConsoleSnapshot } from '../../session/views.ts';
import type { ReportProblem } from './report-problem.ts';

interface Props {
  readonly session: ConsoleSession;
  readonly snapshot: ConsoleSnapshot;
  readonly report: ReportProblem;
}

/** A button that lets a session go on, for a day after its end. */
export function ReopenSession({ session, snapshot: { endedAt }, report }: Props) {
  const now = performance.now() + session.clockOffset.value;
  if (endedAt === null || !isReopenable(endedAt, now)) return null;
  return (
    <button
      type="button"
      class="button"
      onClick={() => void session.control('session:reopen', {}).then(report)}
    >
      Reopen session
    </button>
  );
}
