import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import type { ConsoleSnapshot } from '../../session/views.ts';
import type { ReportProblem } from './report-problem.ts';
import { OwnText } from '../../ui/own-text.tsx';

interface Props {
  /** The question on the present slide, or null. */
  readonly here: string | null;
  readonly session: ConsoleSession;
  readonly snapshot: ConsoleSnapshot;
  readonly report: ReportProblem;
}

/** Open questions of other slides, folded into one line, each with a button that closes it. */
export function OtherQuestions({ here, session, snapshot, report }: Props) {
  const open = snapshot.activities.filter(({ id, phase }) => phase === 'open' && id !== here);
  if (open.length === 0) return null;
  return (
    <section class="other-questions" aria-label="Other open questions">
      <details>
        <summary lang="en">
          {open.length === 1
            ? '1 other question is open'
            : `${open.length} other questions are open`}
        </summary>
        <ul>
          {open.map(({ id, question, answered }) => (
            <li key={id}>
              <span>
                <OwnText>{question}</OwnText> <span lang="en">({answered} answered)</span>
              </span>
              <button
                type="button"
                class="button"
                aria-label={`Close: ${question}`}
                onClick={() =>
                  void session.control('activity:close', { activity: id }).then(report)
                }
              >
                Close
              </button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
