import { deckFiles } from '../../src/deck/deck-files.ts';
import {
  accentOfSlide,
  askedMarkdown,
  nextAskedId,
  type AskedQuestion,
  type AskedSlide,
} from '../../src/deck/asked-slide.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';
import { askedIds } from '../../src/session/state.ts';
import { compileWithColours } from '../decks/compile-with-colours.ts';
import type { LiveSession, Outcome } from './live-session.ts';

const noFiles = deckFiles([]);

/** Alone, the slide would be the first of its deck, and have the deck's title. */
const firstSlide = (lang: string): string =>
  `---\nlang: ${JSON.stringify(lang)}\n---\n\n# First\n\n`;

// Two consoles may ask at the same moment: the second of them gets the next id.
const ATTEMPTS = 3;

/** Asks a question that is in no deck; fails where it is no question, with the compiler's words. */
export async function askQuestion(
  session: LiveSession,
  asked: AskedQuestion,
): Promise<Outcome | Result<never, WireError>> {
  for (let attempt = 1; ; attempt += 1) {
    const compiled = await compileAsked(session, asked);
    if (!compiled.ok) return compiled;
    const outcome = await session.dispatch({ type: 'question:ask', ...compiled.value });
    const isTaken = !outcome.ok && outcome.error.name === 'id-taken';
    if (!isTaken || attempt === ATTEMPTS) return outcome;
  }
}

async function compileAsked(
  { state }: LiveSession,
  asked: AskedQuestion,
): Promise<Result<AskedSlide, WireError>> {
  const id = nextAskedId(askedIds(state));
  const text = askedMarkdown(asked, id, accentOfSlide(state.deck, state.position));
  const source = { file: 'asked.md', text: firstSlide(state.deck.lang) + text };
  const { deck, problems } = await compileWithColours(state.deck.name, [source], noFiles);
  const slide = deck?.slides[1];
  const activity = deck?.activities[0];
  if (slide !== undefined && activity !== undefined) {
    return success({ slide: { ...slide, asked: text }, activity });
  }
  const error = problems.find(({ severity }) => severity === 'error');
  const message = error?.message ?? `Plenary has no kind of question "${asked.type}".`;
  return failure({ name: 'bad-question', message });
}
