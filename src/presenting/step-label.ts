import { slideIndex, type NavigableDeck } from '../deck/navigation.ts';
import type { Position } from '../deck/deck.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { StepDone, TakenStep } from '../session/state.ts';
import type { RemoteActivityView } from '../session/remote-views.ts';
import type { StageSnapshot } from '../session/views.ts';
import { formatAnswerCount } from '../ui/format-answer-count.ts';
import type { StepNotice } from './undoing.ts';

/** The parts of a deck that the words for a step need. */
export interface NamedDeck {
  readonly slides: readonly (NavigableDeck['slides'][number] & {
    readonly activity: string | null;
  })[];
}

/** A step, with the words of its activity type for a control. */
type NamedStep = StepDone & Pick<TakenStep, 'label'>;

/** A step in some words: "Question closed". `here` is the index of the present slide. */
export function stepLabel(step: NamedStep, deck: NamedDeck, here: number): string {
  switch (step.type) {
    case 'deck:revised':
      return 'Question asked';
    case 'slide:shown':
      return `Slide ${placeLabel(deck, step.position)} shown`;
    case 'join:shown':
      return step.shown ? 'Join screen shown' : 'Join screen hidden';
    case 'stage:blanked':
      return step.on ? 'Stage blanked' : 'Stage shown again';
    case 'join-corner:shown':
      return step.shown ? 'QR code shown' : 'QR code hidden';
    case 'stage-mode:chosen':
      return step.mode === 'deck' ? 'Stage as the deck says' : `Stage ${step.mode}`;
    case 'closing:shown':
      return 'Closing slide shown';
    case 'session:ended':
      return 'Session ended';
    case 'self-paced:switched':
      return step.on ? 'Self-paced turned on' : 'Self-paced turned off';
    case 'follow:switched':
      return step.on ? 'Slides on phones turned on' : 'Slides on phones turned off';
    case 'reactions:switched':
      return step.on ? 'Reactions turned on' : 'Reactions turned off';
    default: {
      const index = deck.slides.findIndex(({ activity }) => activity === step.activity);
      // A channel is on no slide.
      const isElsewhere = index !== here && index !== -1;
      return `${questionLabel(step)}${isElsewhere ? ` on slide ${index + 1}` : ''}`;
    }
  }
}

/** The number of a slide, and its step where it has steps: "3, step 2". */
function placeLabel(deck: NamedDeck, position: Position): string {
  const index = slideIndex(deck, position);
  const isBuild = position.f >= 0 && (deck.slides[index]?.fragments ?? 0) > 0;
  return `${index + 1}${isBuild ? `, step ${position.f + 1}` : ''}`;
}

function questionLabel(step: Extract<NamedStep, { readonly activity: string }>): string {
  switch (step.type) {
    case 'options:taken':
      return 'Options taken';
    case 'activity:opened':
      return 'Question opened';
    case 'activity:closed':
      return 'Question closed';
    case 'activity:revealed':
      return 'Results revealed';
    case 'activity:hidden':
      return 'Results hidden';
    case 'activity:answer-revealed':
      return 'Correct answer revealed';
    case 'activity:answer-hidden':
      return 'Correct answer hidden';
    case 'activity:reset':
      return 'Question reset';
    case 'activity:controlled':
      return step.label ?? 'Answers changed';
    default:
      return unreachable(step);
  }
}

type Counted = Pick<RemoteActivityView, 'id' | 'phase' | 'answered'>;

/** The parts of a snapshot that the words of a step's notice need. */
export interface CountedSnapshot extends Pick<
  StageSnapshot,
  'position' | 'joinShown' | 'closingShown'
> {
  readonly activities: readonly Counted[];
}

/** The answers that an undone step has left or brought back: "2 answers kept."; empty for none. */
export function keptLabel(step: StepDone, deck: NamedDeck, activities: readonly Counted[]): string {
  const slide = step.type === 'slide:shown' ? deck.slides[slideIndex(deck, step.position)] : null;
  const id = 'activity' in step ? step.activity : slide?.activity;
  const activity = activities.find((one) => one.id === id);
  if (activity === undefined || activity.answered === 0) return '';
  const count = formatAnswerCount(activity.answered);
  if (step.type === 'activity:reset') return `${count} back.`;
  return activity.phase === 'waiting' ? `${count} kept.` : '';
}

/** The words of a step's notice: the step, or that it was undone and what became of the answers. */
export function noticeLabel(
  { step, isUndone }: StepNotice,
  deck: NamedDeck,
  snapshot: CountedSnapshot,
): string {
  const label = stepLabel(step, deck, slideIndex(deck, snapshot.position));
  if (!isUndone) return label;
  const undone = step.type === 'slide:shown' ? backLabel(deck, snapshot) : `Undone: ${label}.`;
  return `${undone} ${keptLabel(step, deck, snapshot.activities)}`.trim();
}

/** The place to which a slide that is undone leads back. */
function backLabel(
  deck: NamedDeck,
  { position, joinShown, closingShown }: CountedSnapshot,
): string {
  if (joinShown) return 'Back on the join screen.';
  return closingShown
    ? 'Back on the closing slide.'
    : `Back on slide ${placeLabel(deck, position)}.`;
}
