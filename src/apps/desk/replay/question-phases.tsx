import { slideAt } from '../../../deck/navigation.ts';
import { shownOn } from '../../../presenting/shown-on.ts';
import { phaseLabels } from '../../../presenting/phase-labels.ts';
import { formatDuration } from '../../../lib/format-duration.ts';
import type { Moment } from '../../../results/replay/moment.ts';
import type { StageActivityView } from '../../../session/views.ts';
import { clockTime } from '../../../ui/clock-time.ts';
import { formatAnswerCount } from '../../../ui/format-answer-count.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import { markLabels } from './mark-labels.ts';
import type { Mark } from './marks.ts';

interface Props {
  readonly moments: readonly Moment[];
  /** The moment that is shown. */
  readonly moment: Moment;
  readonly marks: readonly Mark[];
  /** Milliseconds since 1970-01-01 UTC. */
  readonly clock: number;
  /** Goes to the moment at a place. */
  goTo(place: number): void;
}

/** The questions at a moment, with their phases and answers, and links to their events. */
export function QuestionPhases({ moments, moment, marks, clock, goTo }: Props) {
  const { activities, lang, channels, position } = moment.stage;
  const onStage = shownOn(slideAt(moment.deck, position), { activities, channels });
  return (
    <section class="replay-questions" aria-labelledby="replay-questions">
      <h2 id="replay-questions">Questions</h2>
      {activities.length === 0 && <p>There is no question.</p>}
      <ol>
        {activities.map((activity) => (
          <li key={activity.id} aria-current={activity === onStage ? 'true' : undefined}>
            <p lang={lang}>
              <OwnText>{activity.question}</OwnText>
            </p>
            <Status {...{ activity, clock }} isOnStage={activity === onStage} />
            <p class="replay-events">
              {marks
                .filter((mark) => mark.activity === activity.id)
                .map(({ place, kind }) => (
                  <button
                    key={`${place}-${kind}`}
                    type="button"
                    class="button button-quiet button-small"
                    onClick={() => goTo(place)}
                  >
                    {markLabels[kind]} {clockTime(new Date(moments[place]?.at ?? 0), true)}
                  </button>
                ))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface StatusProps {
  readonly activity: StageActivityView;
  readonly clock: number;
  /** true: it is on the slide of this moment. */
  readonly isOnStage: boolean;
}

function Status({ activity, clock, isOnStage }: StatusProps) {
  const { phase, closesAt, answered } = activity;
  const left = closesAt === null ? 0 : Math.ceil((closesAt - clock) / 1_000);
  return (
    <p class="caption replay-status">
      <b class={`phase phase-${phase}`}>{phaseLabels[phase]}</b>
      <span>{formatAnswerCount(answered)}</span>
      {phase === 'open' && left > 0 && <span>{formatDuration(left)} left</span>}
      {answered > 0 && <span>{shownLabel(activity)}</span>}
      {isOnStage && <span>On the slide</span>}
    </p>
  );
}

/** The part of a result that the room saw. */
function shownLabel({ hidden, correctAnswer }: StageActivityView): string {
  if (correctAnswer !== null) return 'Correct answer shown';
  if (hidden === null) return 'Revealed';
  return hidden === 'too-few' ? 'Too few answers to show' : 'Not revealed';
}
