import type { Json } from '../../lib/json.ts';
import type { ConsoleSession } from '../../client/sessions/presenting-session.ts';
import type { ConsoleActivityView, ConsoleSnapshot } from '../../session/views.ts';
import { accentClass } from '../../lib/accents.ts';
import { actionLabel } from '../../presenting/action-label.ts';
import { nextAction, type PresenterAction } from '../../presenting/next-action.ts';
import { restOf, type PressGuard } from '../../presenting/press-guard.ts';
import { isNeverAsked } from '../../presenting/phase-labels.ts';
import { QuestionStatus } from '../../presenting/question-status.tsx';
import { ShiftChart } from '../../ui/charts/shift-chart.tsx';
import { StageView } from '../../presenting/stage-view.tsx';
import { Confirm } from '../../presenting/confirm.tsx';
import { formatAnswerCount } from '../../ui/format-answer-count.ts';
import { AwaitedOptions } from './awaited-options.tsx';
import { OtherWays } from './other-ways.tsx';
import type { ReportProblem } from './report-problem.ts';
import { visibilityLabel } from './visibility-label.ts';

interface Props {
  readonly activity: ConsoleActivityView;
  readonly session: ConsoleSession;
  readonly snapshot: ConsoleSnapshot;
  readonly guard: PressGuard;
  readonly report: ReportProblem;
}

/** Controls for the question on the slide, and its tally for the presenter. */
export function QuestionPanel({ activity, session, snapshot, guard, report }: Props) {
  const { id } = activity;
  const onAction = (action: PresenterAction): void => {
    if (!guard.press()) return;
    void session.control(`activity:${action}`, { activity: id }).then(report);
  };
  const control = (wanted: Json): void => {
    void session.control('activity:control', { activity: id, control: wanted }).then(report);
  };
  return (
    <section class="question-panel" aria-label="The question on this slide" lang="en">
      <h2 class="visually-hidden">Question</h2>
      <p class="question-status">
        {isNeverAsked(activity, snapshot) ? (
          <b>Not asked</b>
        ) : (
          <>
            <QuestionStatus activity={activity} session={session} />
            <span>{visibilityLabel(activity)}</span>
          </>
        )}
      </p>
      {!snapshot.ended && <Buttons activity={activity} guard={guard} onAction={onAction} />}
      <OtherWays snapshot={snapshot} session={session} report={report} />
      <AwaitedOptions {...{ activity, snapshot, report }} />
      <EarlierWording count={snapshot.superseded[id] ?? 0} />
      <div
        class="question-answers"
        data-on-stage={isOnStage(activity, snapshot)}
        role="group"
        aria-label="What the room says"
        // It scrolls by itself, so it has to be in reach of the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-scrolls
      >
        <PresenterTally activity={activity} control={control} lang={snapshot.lang} />
      </div>
    </section>
  );
}

/** True where the picture of the slide shows the same tally. */
function isOnStage(activity: ConsoleActivityView, snapshot: ConsoleSnapshot): boolean {
  const isCovered = snapshot.joinShown || snapshot.closingShown;
  return activity.revealed && activity.tally !== null && !isCovered;
}

interface ButtonsProps {
  readonly activity: ConsoleActivityView;
  readonly guard: PressGuard;
  onAction(action: PresenterAction): void;
}

/** Buttons for the question. */
function Buttons({ activity, guard, onAction }: ButtonsProps) {
  const { phase, answered, hasCorrectAnswer, correctAnswer } = activity;
  const next = nextAction(activity);
  const more: (PresenterAction | null)[] = [
    hasCorrectAnswer && phase === 'closed' && correctAnswer === null ? 'open' : null,
    correctAnswer === null ? null : 'hide-answer',
    visibilityAction(activity),
  ];
  return (
    <div class="question-buttons">
      {[next, ...more].map((action, place) =>
        action === null ? null : (
          <button
            key={action}
            type="button"
            class={place === 0 ? 'button button-primary' : 'button'}
            {...restOf(guard)}
            onClick={() => onAction(action)}
          >
            {actionLabel(action, activity)}
          </button>
        ),
      )}
      {phase !== 'waiting' && (
        <Confirm
          label="Reset"
          question="Reset this question?"
          explanation={`${formatAnswerCount(answered)} will be discarded. Everybody can answer again.`}
          onConfirm={() => onAction('reset')}
        />
      )}
    </div>
  );
}

/** Hides the results where the room sees them now or will, and reveals them where there are some. */
function visibilityAction(activity: ConsoleActivityView): 'hide' | 'reveal' | null {
  const { revealed, tally, phase, answered } = activity;
  if (revealed) return tally !== null || phase !== 'closed' ? 'hide' : null;
  return answered > 0 || phase !== 'closed' ? 'reveal' : null;
}

function EarlierWording({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p class="caption">
      {count} {count === 1 ? 'answer' : 'answers'} to an earlier wording, listed separately in the
      results.
    </p>
  );
}

type Control = (control: Json) => void;

/** The tally before it is revealed; null while too few have answered. */
function PresenterTally({
  activity,
  control,
  lang,
}: {
  activity: ConsoleActivityView;
  control: Control;
  lang: string;
}) {
  if (activity.ownTally === null) {
    return activity.minAnswers === 1 ? null : (
      <p class="caption">
        Results appear once {activity.minAnswers} people have answered, for you too.
      </p>
    );
  }
  return (
    <div class={accentClass(activity.accent)} lang={lang}>
      {activity.ownShift !== null && (
        <ShiftChart question={activity.question} shift={activity.ownShift} />
      )}
      <StageView
        type={activity.type}
        question={activity.question}
        content={activity.content}
        tally={activity.ownTally}
        correctAnswer={activity.correctAnswer}
        control={control}
      />
    </div>
  );
}
