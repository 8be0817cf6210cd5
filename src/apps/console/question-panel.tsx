import type { ConsoleSession } from '../../client/presenting-session.ts';
import type { ConsoleActivityView, ConsoleSnapshot } from '../../session/views.ts';
import { phaseWords } from '../../show/phase-words.ts';
import { StageView } from '../../show/stage-view.tsx';
import { Confirm } from '../../show/confirm.tsx';
import type { ReportProblem } from './console-page.tsx';

interface Props {
  readonly activity: ConsoleActivityView;
  readonly session: ConsoleSession;
  readonly snapshot: ConsoleSnapshot;
  readonly report: ReportProblem;
}

type Conducting = 'open' | 'close' | 'reveal' | 'hide' | 'reset';

/** Conducts the question on the slide, and shows the presenter what the room has said so far. */
export function QuestionPanel({ activity, session, snapshot, report }: Props) {
  const { id, phase, revealed, answered } = activity;
  const conduct = (what: Conducting): void => {
    void session.control(`activity:${what}`, { activity: id }).then(report);
  };
  const approve = (key: string, approved: boolean): void => {
    void session.control('words:approve', { activity: id, key, approved }).then(report);
  };
  const isOpen = phase === 'open';
  return (
    <section class="question-panel" aria-label="The question on this slide" lang="en">
      <h2 class="caption">Question</h2>
      <p class="question-standing">
        <b class={`phase phase-${phase}`}>{phaseWords[phase]}</b>
        <span>
          <b>{answered}</b> of {Math.max(session.online.value, answered)} answered
        </span>
        <span>{revealed ? 'The room sees the results' : 'Results hidden from the room'}</span>
      </p>
      <div class="question-buttons">
        <button
          type="button"
          class={`button ${isOpen ? '' : 'button-primary'}`}
          onClick={() => conduct(isOpen ? 'close' : 'open')}
        >
          {isOpen ? 'Close' : phase === 'closed' ? 'Open again' : 'Open'}
        </button>
        <button type="button" class="button" onClick={() => conduct(revealed ? 'hide' : 'reveal')}>
          {revealed ? 'Hide results' : 'Reveal results'}
        </button>
        <Confirm
          label="Reset"
          question="Reset this question?"
          explanation={`All ${answered} answers to it are discarded, and everybody can answer anew.`}
          onConfirm={() => conduct('reset')}
        />
      </div>
      <EarlierWording count={snapshot.superseded[id] ?? 0} />
      <OwnTally activity={activity} approve={approve} />
    </section>
  );
}

function EarlierWording({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p class="caption">
      {count} {count === 1 ? 'answer' : 'answers'} to an earlier wording, kept apart in the results.
    </p>
  );
}

type Approve = (key: string, approved: boolean) => void;

/** The tally before the room may see it; never one of too few answers. */
function OwnTally({ activity, approve }: { activity: ConsoleActivityView; approve: Approve }) {
  if (activity.ownTally === null) {
    return activity.hideBelow === 1 ? null : (
      <p class="caption">The tally is shown from {activity.hideBelow} answers on.</p>
    );
  }
  return (
    <StageView
      type={activity.type}
      question={activity.question}
      content={activity.content}
      tally={activity.ownTally}
      solution={activity.solution}
      approve={approve}
    />
  );
}
