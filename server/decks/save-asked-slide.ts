import { sameSlide } from '../../src/deck/asked-slide.ts';
import type { CompiledDeck, Deck, DeckSource, Slide } from '../../src/deck/deck.ts';
import { deckFiles, type DeckFiles } from '../../src/deck/deck-files.ts';
import { success, type Result } from '../../src/lib/result.ts';
import { compileWithColours } from './compile-with-colours.ts';
import type { DeckEditing, SaveProblem } from './deck-editing.ts';
import { refused } from './edit-problem.ts';
import { presentName } from './renamed-decks.ts';

/** The most places between two slides at which the new one is tried. */
const ATTEMPTS = 8;

/**
 * Writes a slide that was asked for in a session into its deck's files, behind the slide that it
 * followed. Does nothing where the deck has its question already.
 *
 * @param deck as the session shows it
 * @param id that of the slide's question
 */
export async function saveAskedSlide(
  editing: DeckEditing,
  deck: Deck,
  id: string,
): Promise<Result<null, SaveProblem>> {
  const index = deck.slides.findIndex((one) => one.activity === id && one.asked !== undefined);
  const slide = deck.slides[index];
  if (slide?.asked === undefined) return refused('not-found', 'This question was not asked here.');
  const name = (await presentName(editing.decks, deck.name)) ?? deck.name;
  const opened = await editing.open(name);
  if (!opened.ok) return opened;
  const { files, media } = opened.value;
  const folder = { name, files: deckFiles(media) };
  const now = await compileIn(folder, files);
  if (now.draft.activities.some((activity) => activity.id === id)) return success(null);
  const earlier = deck.slides.slice(0, index).reverse();
  const before = indexOfEarlier(now.draft, earlier);
  for (const { file, text } of writings(now, before, files, slide.asked)) {
    const changed = files.map((one) => (one.file === file ? { file, text } : one));
    const compiled = await compileIn(folder, changed);
    if (!isInserted(now, compiled, before + 1, slide)) continue;
    const base = files.find((one) => one.file === file)?.hash ?? null;
    const saved = await editing.save(name, { file, text, base });
    return saved.ok ? success(null) : saved;
  }
  const message = 'The deck has mistakes, or has changed too much. Copy the question by hand.';
  return refused('unreadable-deck', message);
}

interface Folder {
  readonly name: string;
  readonly files: DeckFiles;
}

function compileIn({ name, files }: Folder, texts: readonly DeckSource[]): Promise<CompiledDeck> {
  return compileWithColours(name, texts, files);
}

/** The index of the first of these slides that a deck still has; the last slide's where it has none. */
function indexOfEarlier(deck: Deck, slides: readonly Slide[]): number {
  const found = slides.flatMap((slide) => sameSlide(deck, slide) ?? [])[0];
  return found === undefined ? deck.slides.length - 1 : deck.slides.indexOf(found);
}

/**
 * The file of a slide with the new slide behind it, in each way in which it may be written there: the
 * line that separates the slides is one of those before the next slide.
 */
function* writings(
  { places }: CompiledDeck,
  index: number,
  files: readonly DeckSource[],
  asked: string,
): Generator<DeckSource> {
  const place = places[index];
  const text = files.find(({ file }) => file === place?.file)?.text;
  if (place === undefined || text === undefined) return;
  const { file, line } = place;
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(newline);
  const added = asked.trimEnd().split('\n');
  const next = places[index + 1];
  if (next?.file === file) {
    const from = next.line - 1;
    for (let at = from; at > Math.max(line, from - ATTEMPTS); at -= 1) {
      const written = [...lines.slice(0, at), ...added, '', ...lines.slice(at)];
      yield { file, text: written.join(newline) };
    }
  } else yield { file, text: [text.trimEnd(), '', ...added, ''].join(newline) };
}

/** True where the slide stands at `index`, and all others are as they were. */
function isInserted(
  before: CompiledDeck,
  { deck }: CompiledDeck,
  index: number,
  { hash }: Slide,
): boolean {
  if (deck === null || deck.slides[index]?.hash !== hash) return false;
  const others = deck.slides.toSpliced(index, 1).map((slide) => slide.hash);
  return JSON.stringify(others) === JSON.stringify(before.draft.slides.map((slide) => slide.hash));
}
