import { useId } from 'preact/hooks';
import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import type { ConsoleSnapshot } from '../../session/views.ts';
import { Confirm } from '../../presenting/confirm.tsx';
import type { ReportProblem } from './report-problem.ts';
import { JoinCard } from './join-card.tsx';
import { SlidesOnPhones } from './slides-on-phones.tsx';

interface Props {
  readonly session: ConsoleSession;
  readonly snapshot: ConsoleSnapshot;
  readonly report: ReportProblem;
}

/** Buttons for the whole session; folded on a phone, where the slide comes first. */
export function SessionActions({ session, snapshot, report }: Props) {
  const { code, joinShown, selfPaced, ended } = snapshot;
  const helpId = useId();
  const welcome = session.welcome.value;
  const toggleJoin = (): void => {
    void session.control('join:show', { shown: !joinShown }).then(report);
  };
  const toggleSelfPaced = (): void => {
    void session.control('self-paced:set', { on: !selfPaced }).then(report);
  };
  return (
    <details class="session-actions" open={matchMedia('(min-width: 56rem)').matches}>
      <summary>Session</summary>
      <nav class="console-actions" aria-label="Session">
        <a class="button" href={`/s/${code}/stage`} target={`stage-${code}`} onClick={openInWindow}>
          Open stage
        </a>
        {!ended && (
          <button type="button" class="button" aria-pressed={joinShown} onClick={toggleJoin}>
            Join screen
          </button>
        )}
        {welcome !== null && <JoinCard url={welcome.joinUrl} code={code} />}
        <a class="button" href={`/s/${code}/results`} target={`results-${code}`}>
          Results
        </a>
        {!ended && (
          <button
            type="button"
            class="button"
            aria-pressed={selfPaced}
            aria-describedby={helpId}
            onClick={toggleSelfPaced}
          >
            Self-paced
          </button>
        )}
        {!ended && <SlidesOnPhones session={session} snapshot={snapshot} report={report} />}
        {!ended && (
          <Confirm
            label="End session"
            question="End this session?"
            explanation="No more answers are accepted. Everybody keeps their own page, and the results stay available. To let people finish at their own pace, turn on Self-paced instead."
            onConfirm={() => void session.control('session:end', {}).then(report)}
          />
        )}
        {!ended && (
          <p id={helpId} class="self-paced-help">
            {selfPacedLabel(selfPaced)}
          </p>
        )}
      </nav>
    </details>
  );
}

function selfPacedLabel(on: boolean): string {
  return on
    ? 'Self-paced is on: every question without a correct answer is open, and people answer at their own pace.'
    : 'Self-paced opens every question without a correct answer, so that people can answer at their own pace.';
}

/**
 * Opens a link in a new window, which can be moved to the projector. A tab would hide the console,
 * and browsers slow down hidden pages. Where windows are blocked, the link opens a tab.
 */
function openInWindow(event: MouseEvent & { readonly currentTarget: HTMLAnchorElement }): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { href, target } = event.currentTarget;
  if (open(href, target, 'popup,width=1280,height=720') !== null) event.preventDefault();
}
