import type { ConsoleSession } from '../../client/presenting-session.ts';
import type { ConsoleSnapshot } from '../../session/views.ts';
import { Confirm } from '../../show/confirm.tsx';
import type { ReportProblem } from './console-page.tsx';
import { JoinCard } from './join-card.tsx';

interface Props {
  readonly session: ConsoleSession;
  readonly snapshot: ConsoleSnapshot;
  readonly report: ReportProblem;
}

/** What concerns the whole session; folded on a phone, where the slide comes first. */
export function SessionActions({ session, snapshot, report }: Props) {
  const { code, joinShown, ended } = snapshot;
  const welcome = session.welcome.value;
  const toggleJoin = (): void => {
    void session.control('join:show', { shown: !joinShown }).then(report);
  };
  return (
    <details class="session-actions" open={matchMedia('(min-width: 56rem)').matches}>
      <summary>Session</summary>
      <nav class="console-actions" aria-label="Session">
        <a class="button" href={`/s/${code}/stage`} target={`stage-${code}`}>
          Open the wall
        </a>
        <button type="button" class="button" aria-pressed={joinShown} onClick={toggleJoin}>
          How to join, on the wall
        </button>
        {welcome !== null && <JoinCard url={welcome.joinUrl} code={code} />}
        <a class="button" href={`/s/${code}/results`} target={`results-${code}`}>
          Results
        </a>
        {!ended && (
          <Confirm
            label="End session"
            question="End this session?"
            explanation="Phones say goodbye, and no more answers are taken. The results stay."
            onConfirm={() => void session.control('session:end', {}).then(report)}
          />
        )}
      </nav>
    </details>
  );
}
