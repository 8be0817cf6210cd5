import type { Activity } from '../../src/activities/contract.ts';
import { STYLE_FILE, type CompiledDeck, type DeckSource } from '../../src/deck/deck.ts';
import { deckFiles, type DeckFiles, type DeckFolder } from '../../src/deck/deck-files.ts';
import { mediaKind } from '../../src/deck/media-kinds.ts';
import { REVEAL_MD_FILE } from '../../src/deck/parse/reveal-md-file.ts';
import { ProblemList } from '../../src/deck/problems.ts';
import { cleanStyleSheet } from '../../src/deck/style/clean-style-sheet.ts';
import { success, type Result } from '../../src/lib/result.ts';
import type { DeckPreview, PreviewSlide } from '../../src/protocol/deck-editing.ts';
import { stageActivity } from '../../src/session/activity-views.ts';
import { stageSlide } from '../../src/session/project.ts';
import { modeOnStage } from '../../src/session/stage-mode.ts';
import { freshActivity } from '../../src/session/state.ts';
import { compileWithColours } from './compile-with-colours.ts';
import { listDeckFiles } from './deck-files.ts';
import type { EditProblem } from './edit-problem.ts';
import { readableFolder } from './inside-folder.ts';

/** Compiles the texts of a deck as they are typed, with the other files of its folder. */
export async function previewDeck(
  decks: string,
  name: string,
  texts: readonly DeckSource[],
): Promise<Result<DeckPreview, EditProblem>> {
  const found = await readableFolder(decks, name);
  if (!found.ok) return found;
  const paths = await listDeckFiles(found.value.folder);
  const used = new Set<string>();
  const files = noteUses(deckFiles(paths), used);
  const compiled = await compileWithColours(name, inOrder(texts), files);
  const { draft, problems } = compiled;
  const style = styleOf(texts, { name, files });
  const media = paths.filter((path) => mediaKind(path) !== null);
  return success({
    title: draft.title,
    lang: draft.lang,
    mode: modeOnStage('deck', draft),
    problems,
    slides: previewSlides(compiled),
    theme: draft.theme ?? null,
    media: media.map((path) => ({ path, used: used.has(path) })),
    style,
  });
}

/** The same files; notes the path of each that is looked for. */
function noteUses(files: DeckFiles, used: Set<string>): DeckFiles {
  return {
    find(path) {
      used.add(path);
      return files.find(path);
    },
  };
}

/** The Markdown files as a deck's folder is read: by the code points of their names, the others behind them. */
function inOrder(texts: readonly DeckSource[]): DeckSource[] {
  const isFurther = ({ file }: DeckSource): boolean =>
    file === STYLE_FILE || file === REVEAL_MD_FILE;
  const sorted = [...texts].sort((a, b) => (a.file < b.file ? -1 : 1));
  return [...sorted.filter((one) => !isFurther(one)), ...sorted.filter(isFurther)];
}

function previewSlides({ draft, places }: CompiledDeck): PreviewSlide[] {
  // In their order, not by their ids: two that have one id are a mistake, and both are shown.
  const activities = draft.activities.values();
  return draft.slides.flatMap((slide, index) => {
    const place = places[index];
    if (place === undefined) return [];
    const activity = slide.activity === null ? undefined : activities.next().value;
    const question = activity === undefined ? null : unanswered(activity);
    return [{ ...stageSlide(slide), notes: slide.notes, place, question }];
  });
}

function unanswered(activity: Activity) {
  return stageActivity(freshActivity(activity, 1), {
    at: 0,
    activities: new Map(),
    shifts: new Map(),
  });
}

function styleOf(texts: readonly DeckSource[], deck: DeckFolder): string {
  const source = texts.find(({ file }) => file === STYLE_FILE);
  // Its problems are among those of the deck.
  return source === undefined
    ? ''
    : cleanStyleSheet(source.text, deck, new ProblemList().of(STYLE_FILE));
}
