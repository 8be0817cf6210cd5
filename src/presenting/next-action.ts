import type { Position } from '../deck/deck.ts';
import { nextPosition, slideAt, type DeckOutline } from '../deck/navigation.ts';
import type { StageActivityView, StageSnapshot } from '../session/views.ts';

/** What a presenter may do with a question; the events of the protocol without their prefix. */
export type PresenterAction = 'open' | 'close' | 'reveal' | 'hide' | 'reveal-answer' | 'reset';

/** What leads through a question that has a right answer. */
export type LeadingAction = Extract<PresenterAction, 'close' | 'reveal' | 'reveal-answer'>;

type NextActionInput = Pick<
  StageActivityView,
  'phase' | 'revealed' | 'hasCorrectAnswer' | 'correctAnswer' | 'answered'
>;

/**
 * What comes next with a question. Where something is right: open, close (which shows how the room
 * answered), show what is right, and nothing more. Elsewhere: open, close, open again.
 */
export function nextAction(activity: NextActionInput): PresenterAction | null {
  if (activity.phase === 'waiting') return 'open';
  if (!activity.hasCorrectAnswer) return activity.phase === 'open' ? 'close' : 'open';
  return towardsCorrectAnswer(activity);
}

function towardsCorrectAnswer({
  phase,
  revealed,
  correctAnswer,
  answered,
}: NextActionInput): LeadingAction | null {
  if (correctAnswer !== null) return null;
  // Nobody has answered: there is no split to show first.
  if (answered === 0) return 'reveal-answer';
  if (phase === 'open') return 'close';
  return revealed ? 'reveal-answer' : 'reveal';
}

/**
 * What a step on does with the question on the slide before it leaves it; null where it just goes
 * on. A clicker has one button: it must lead through a question that has a right answer.
 */
export function actionBeforeNext(activity: NextActionInput): LeadingAction | null {
  if (!activity.hasCorrectAnswer || activity.phase === 'waiting') return null;
  return towardsCorrectAnswer(activity);
}

/** What steering needs to know of a deck. */
export type RemoteDeck = {
  readonly slides: readonly (DeckOutline['slides'][number] & {
    readonly activity: string | null;
  })[];
};

type PresenterView<Activity> = Pick<StageSnapshot, 'position' | 'joinShown' | 'ended'> & {
  readonly activities: readonly Activity[];
};

/** What a step on does. Where it moves, `to` is where. */
export type StepOn<Activity> =
  /** Shows the slide that the way to join has covered. */
  | { readonly does: 'leave-join'; readonly to: Position }
  /** Shows one more step of the slide. */
  | { readonly does: 'build'; readonly to: Position }
  /** Does something with the question on the slide, and stays. */
  | { readonly does: 'conduct'; readonly what: LeadingAction; readonly activity: Activity }
  /** Goes on to the next slide; `asked` is the question that stands on this one. */
  | { readonly does: 'go-on'; readonly to: Position; readonly activity: Activity | undefined }
  /** The talk is at its last step, or the session has ended. */
  | { readonly does: 'nothing' };

/** What a step on does from here: the one rule for keys, clickers, the button and its words. */
export function stepOn<Activity extends NextActionInput & { readonly id: string }>(
  deck: RemoteDeck,
  { position, joinShown, ended, activities }: PresenterView<Activity>,
): StepOn<Activity> {
  if (ended) return { does: 'nothing' };
  if (joinShown) return { does: 'leave-join', to: position };
  const to = nextPosition(deck, position);
  const stays = to.h === position.h && to.v === position.v;
  if (stays && to !== position) return { does: 'build', to };
  const id = slideAt(deck, position)?.activity;
  const activity = activities.find((candidate) => candidate.id === id);
  const what = activity === undefined ? null : actionBeforeNext(activity);
  if (activity !== undefined && what !== null) return { does: 'conduct', what, activity };
  return to === position ? { does: 'nothing' } : { does: 'go-on', to, activity };
}
