import type { Position } from '../deck/deck.ts';
import { slideAt, slideIndex, type NavigableDeck } from '../deck/navigation.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { ConsoleActivityView, ConsoleSnapshot, Way } from '../session/views.ts';
import { hasHiddenResults, type LeadingAction, type StepOn } from './next-action.ts';
import { slideName, type NamedSlide } from './slide-name.ts';
import { isolated } from '../lib/text-direction.ts';

type QuestionInfo = Pick<
  ConsoleActivityView,
  'id' | 'question' | 'phase' | 'revealed' | 'answered'
>;

interface NamedDeck {
  readonly slides: readonly (NavigableDeck['slides'][number] & NamedSlide)[];
}

interface SessionInfo extends Pick<ConsoleSnapshot, 'closingShown' | 'selfPaced'> {
  readonly activities: readonly QuestionInfo[];
}

const actionLabels: Readonly<Record<LeadingAction, string>> = {
  close: 'Next closes the question and reveals the results.',
  reveal: 'Next reveals the results.',
  'reveal-answer': 'Next reveals the correct answer.',
};

/** Describes in a sentence or two what the button "Next" does now. */
export function nextLabel(
  next: StepOn<QuestionInfo>,
  deck: NamedDeck,
  session: SessionInfo,
): string {
  switch (next.does) {
    case 'end-blank':
      return 'Next shows the stage again.';
    case 'leave-join':
      return 'Next hides the join screen and shows this slide.';
    case 'build':
      return `Next shows step ${next.to.f + 1} of ${slideAt(deck, next.to)?.fragments ?? 0} on this slide.`;
    case 'act':
      return next.what === 'close' && !hasHiddenResults(next.activity)
        ? 'Next closes the question.'
        : actionLabels[next.what];
    case 'go-on':
      return `Next goes to ${slideLabel(next.to, deck, session)}${wayNote(next.ways)}${openQuestionNote(next.activity, session)}`;
    case 'show-closing':
      return 'Next shows the closing slide.';
    case 'nothing':
      return session.closingShown
        ? 'The session has ended. Back shows the slide again.'
        : 'This is the end of the deck.';
    default:
      return unreachable(next);
  }
}

/** "slide 6, Guess: hours."; without a full stop if the title ends the sentence itself. */
function slideLabel(to: Position, deck: NamedDeck, session: SessionInfo): string {
  const slide = slideAt(deck, to);
  const name = slide === undefined ? '' : `, ${isolated(slideName(slide, session))}`;
  return `slide ${slideIndex(deck, to) + 1}${name}${/[.?!…؟۔]\u2069?$/.test(name) ? '' : '.'}`;
}

/** The choice of the room that leads there, and those that as many made. */
function wayNote([way, ...others]: readonly Way[]): string {
  if (way === undefined) return '';
  const tied = others.filter(({ people }) => people === way.people).map(quoted);
  if (tied.length > 0) return ` ${quoted(way)} and ${tied.join(', ')} are tied.`;
  return ` The room chose ${quoted(way)}.`;
}

function quoted({ option }: Way): string {
  return `“${isolated(option)}”`;
}

/** Notes what happens to a question that Next leaves as it is. */
function openQuestionNote(activity: QuestionInfo | undefined, { selfPaced }: SessionInfo): string {
  if (activity?.phase === 'waiting') return ' This question has not been opened.';
  return activity?.phase === 'open' && !selfPaced ? ' This question stays open.' : '';
}
