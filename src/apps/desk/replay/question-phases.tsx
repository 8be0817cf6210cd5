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
  /** All questions that the session ever had. */
  readonly questions: readonly StageActivityView[];
  readonly marks: readonly Mark[];
  /** The place of the last moment at which the stage showed a question, by its id. */
  readonly last: ReadonlyMap<string, number>;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly clock: number;
  /** Goes to the moment at a place. */
  goTo(place: number): void;
}

/** The questions at a moment, with their phases and answers, and links to their events. */
export function QuestionPhases({ moments, moment, questions, marks, last, clock, goTo }: Props) {
  const { activities, lang, channels, position } = moment.stage;
  const onStage = shownOn(slideAt(moment.deck, position), { activities, channels });
  return (
    <section class="replay-questions" aria-labelledby="replay-questions">
      <h2 id="replay-questions">Questions</h2>
      {questions.length === 0 && <p>There is no question.</p>}
      <ol>
        {questions.map(({ id, question }) => {
          const activity = activities.find((one) => one.id === id) ?? null;
          const isOnStage = activity !== null && activity === onStage;
          return (
            <li key={id} aria-current={isOnStage ? 'true' : undefined}>
              <p lang={lang}>
                <OwnText>{activity?.question ?? question}</OwnText>
              </p>
              {activity === null ? (
                <p class="caption replay-status">Not in the talk then</p>
              ) : (
                <Status {...{ activity, clock, isOnStage }} />
              )}
              <Events {...{ moments, goTo }} events={eventsOf(id, marks, last)} />
            </li>
          );
        })}
      </ol>
    </section>
  );
}

interface Event {
  readonly place: number;
  readonly label: string;
}

function eventsOf(id: string, marks: Props['marks'], last: Props['last']): Event[] {
  const events = marks
    .filter(({ activity }) => activity === id)
    .map(({ place, kind }) => ({ place, label: markLabels[kind] }));
  const place = last.get(id);
  return place === undefined ? events : [...events, { place, label: 'Last on the stage' }];
}

/** The times of a question, each of which leads to its moment. */
function Events({
  moments,
  events,
  goTo,
}: Pick<Props, 'moments' | 'goTo'> & { events: readonly Event[] }) {
  return (
    <p class="replay-events">
      {events.map(({ place, label }) => (
        <button
          key={`${place}-${label}`}
          type="button"
          class="button button-quiet button-small"
          onClick={() => goTo(place)}
        >
          {label} {clockTime(new Date(moments[place]?.at ?? 0), true)}
        </button>
      ))}
    </p>
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
