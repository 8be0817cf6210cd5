import type { Position } from '../../deck/deck.ts';
import { slideAt, slideIndex, type DeckOutline } from '../../deck/navigation.ts';
import { unreachable } from '../../lib/unreachable.ts';
import type { ConsoleActivityView, ConsoleSnapshot } from '../../session/views.ts';
import type { Leading, StepOn } from '../../presenting/next-action.ts';
import { slideName, type Named } from './slide-name.ts';

type Asked = Pick<ConsoleActivityView, 'id' | 'question' | 'phase'>;

interface NamedDeck {
  readonly slides: readonly (DeckOutline['slides'][number] & Named)[];
}

interface Standing extends Pick<ConsoleSnapshot, 'ended' | 'selfPaced'> {
  readonly activities: readonly Asked[];
}

const leading: Readonly<Record<Leading, string>> = {
  close: 'Next closes the question and reveals the results.',
  reveal: 'Next reveals the results.',
  'reveal-answer': 'Next reveals the correct answer.',
};

/** What the button "Next" does when it is pressed now, in a sentence or two. */
export function nextInWords(next: StepOn<Asked>, deck: NamedDeck, standing: Standing): string {
  switch (next.does) {
    case 'leave-join':
      return 'Next hides the join screen and shows this slide.';
    case 'build':
      return `Next shows step ${next.to.f + 1} of ${slideAt(deck, next.to)?.fragments ?? 0} on this slide.`;
    case 'conduct':
      return leading[next.what];
    case 'go-on':
      return `Next goes to ${nameOf(next.to, deck, standing)}${leftBehind(next.activity, standing)}`;
    case 'nothing':
      return standing.ended
        ? 'The session has ended. Slides no longer move.'
        : 'This is the end of the deck.';
    default:
      return unreachable(next);
  }
}

/** "slide 6, Guess: hours." A title may end the sentence itself. */
function nameOf(to: Position, deck: NamedDeck, standing: Standing): string {
  const slide = slideAt(deck, to);
  const name = slide === undefined ? '' : `, ${slideName(slide, standing)}`;
  return `slide ${slideIndex(deck, to) + 1}${name}${/[.?!…]$/.test(name) ? '' : '.'}`;
}

/** Where Next does not lead through a question, nobody should wonder what becomes of it. */
function leftBehind(activity: Asked | undefined, { selfPaced }: Standing): string {
  if (activity?.phase === 'waiting') return ' This question has not been opened.';
  return activity?.phase === 'open' && !selfPaced ? ' This question stays open.' : '';
}
