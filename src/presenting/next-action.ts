import type { Position } from '../deck/deck.ts';
import { nextPosition, slideAt, type NavigableDeck } from '../deck/navigation.ts';
import type { StageActivityView, StageSnapshot, Way } from '../session/views.ts';

/** A presenter's action on a question: an event of the protocol without its prefix. */
export type PresenterAction =
  | 'open'
  | 'close'
  | 'reveal'
  | 'hide'
  | 'reveal-answer'
  | 'hide-answer'
  | 'reset';

/** An action on the way to the correct answer. */
export type LeadingAction = Extract<PresenterAction, 'close' | 'reveal' | 'reveal-answer'>;

type NextActionInput = Pick<
  StageActivityView,
  'phase' | 'revealed' | 'hasCorrectAnswer' | 'correctAnswer' | 'answered' | 'leads'
>;

/**
 * The next action on a question, for the first of its buttons. With a correct answer: open, close
 * (which reveals the tally), reveal the correct answer, then null. Without one: open, close, open
 * again.
 */
export function nextAction(activity: NextActionInput): PresenterAction | null {
  if (activity.phase === 'waiting') return 'open';
  if (!activity.hasCorrectAnswer) return activity.phase === 'open' ? 'close' : 'open';
  return towardsCorrectAnswer(activity);
}

/** True where some have answered, and the room does not see the results. */
export function hasHiddenResults({
  answered,
  revealed,
}: Pick<NextActionInput, 'answered' | 'revealed'>): boolean {
  return answered > 0 && !revealed;
}

function towardsCorrectAnswer({
  phase,
  revealed,
  correctAnswer,
  answered,
}: NextActionInput): LeadingAction | null {
  if (correctAnswer !== null) return null;
  if (phase === 'open') return 'close';
  // Nobody has answered: there is no split to show first.
  if (answered === 0) return 'reveal-answer';
  return revealed ? 'reveal-answer' : 'reveal';
}

/**
 * The action that "next" takes on the slide's question before it leaves the slide; null for none. A
 * clicker has one button, so that one must lead through a question with a correct answer. One that
 * nobody has answered is closed, and its correct answer kept for the button made for it.
 */
export function actionBeforeNext(activity: NextActionInput): LeadingAction | null {
  // The room is asked where to go on: the answer stands once the question is closed.
  const isAsked = activity.leads === true && activity.phase === 'open';
  if (isAsked && activity.answered > 0) return 'close';
  if (!activity.hasCorrectAnswer || activity.phase === 'waiting') return null;
  if (activity.phase === 'closed' && activity.answered === 0) return null;
  return towardsCorrectAnswer(activity);
}

/** The parts of a deck that moving through it needs. */
export type RemoteDeck = {
  readonly slides: readonly (NavigableDeck['slides'][number] & {
    readonly activity: string | null;
  })[];
};

type PresenterView<Activity> = Pick<
  StageSnapshot,
  'position' | 'joinShown' | 'closingShown' | 'blanked' | 'ended' | 'ways'
> & {
  readonly activities: readonly Activity[];
};

/** The effect of "next". `to` is the position to show. */
export type StepOn<Activity> =
  /** Ends the blank, and stays. */
  | { readonly does: 'end-blank' }
  /** Shows the slide that the join screen covers. */
  | { readonly does: 'leave-join'; readonly to: Position }
  /** Shows one more step of the slide. */
  | { readonly does: 'build'; readonly to: Position }
  /** Acts on the question on the slide, and stays. */
  | { readonly does: 'act'; readonly what: LeadingAction; readonly activity: Activity }
  /** Goes on to the next slide; `activity` is the question on this one. */
  | {
      readonly does: 'go-on';
      readonly to: Position;
      readonly activity: Activity | undefined;
      /** The ways from which the room chose the first; empty where it was not asked. */
      readonly ways: readonly Way[];
    }
  /** Shows the closing slide, which comes after the last one once the session has ended. */
  | { readonly does: 'show-closing' }
  /** The talk is at its last step, or the closing slide is shown. */
  | { readonly does: 'nothing' };

/** The effect of "next": the one rule for keys, clickers, the button and its label. */
export function stepOn<Activity extends NextActionInput & { readonly id: string }>(
  deck: RemoteDeck,
  { position, joinShown, closingShown, blanked, ended, ways, activities }: PresenterView<Activity>,
): StepOn<Activity> {
  if (blanked) return { does: 'end-blank' };
  if (closingShown) return { does: 'nothing' };
  if (joinShown) return { does: 'leave-join', to: position };
  const to = nextPosition(deck, position);
  const stays = to.h === position.h && to.v === position.v;
  if (stays && to !== position) return { does: 'build', to };
  if (ended) return afterEnd(position, to);
  const id = slideAt(deck, position)?.activity;
  const activity = activities.find((candidate) => candidate.id === id);
  const what = activity === undefined ? null : actionBeforeNext(activity);
  if (activity !== undefined && what !== null) return { does: 'act', what, activity };
  const [way] = ways;
  if (way !== undefined) return { does: 'go-on', to: { ...way.to, f: -1 }, activity, ways };
  return to === position ? { does: 'nothing' } : { does: 'go-on', to, activity, ways };
}

/** The effect of "next" on a whole slide of a session that has ended: no question is acted on. */
function afterEnd(position: Position, to: Position): StepOn<never> {
  return to === position
    ? { does: 'show-closing' }
    : { does: 'go-on', to, activity: undefined, ways: [] };
}
