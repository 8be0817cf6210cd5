import { deckFiles } from '../../../src/deck/deck-files.ts';
import type { CompiledDeck, Deck } from '../../../src/deck/deck.ts';
import { success, type Result } from '../../../src/lib/result.ts';
import type { ImportReport } from '../../../src/protocol/imports.ts';
import { stageSlide } from '../../../src/session/project.ts';
import { compileWithin } from '../compile-with-colours.ts';
import { listDeckFiles } from '../deck-files.ts';
import { readDeck } from '../read-deck.ts';
import type { DeckImport } from './deck-import.ts';
import { importFailure, type ImportProblem } from './import-problem.ts';
import { freeName, proposeName } from './propose-name.ts';

/** Longer than any deck that a person wrote takes, on a busy machine too; every session waits meanwhile. */
const MS_TO_COMPILE = 5_000;

/** Says what the compiler makes of a deck that was brought. `names` are those that are not free. */
export async function reportImport(
  brought: DeckImport,
  names: readonly string[],
): Promise<Result<ImportReport, ImportProblem>> {
  const settled = await brought.settle();
  if (!settled.ok) return settled;
  const { folder, leftOut } = settled.value;
  const compiled = await compileBrought(brought.id, folder);
  if (!compiled.ok) return compiled;
  const { deck, problems } = compiled.value;
  const title = deck?.title ?? brought.broughtAs;
  return success({
    name: freeName(proposeName(brought.broughtAs, title), names),
    title,
    lang: deck?.lang ?? 'en',
    slides: deck?.slides.length ?? 0,
    questions: deck?.activities.length ?? 0,
    problems,
    presentable: deck !== null,
    leftOut,
    first: deck === null ? null : firstSlide(deck),
  });
}

/** Compiles it under the name of its import, which nobody can guess and no text of the deck has. */
async function compileBrought(
  id: string,
  folder: string,
): Promise<Result<CompiledDeck, ImportProblem>> {
  const sources = await readDeck(folder);
  if (!sources.ok) {
    const { name, message } = sources.error;
    const words = message.replaceAll(`${folder}/`, '').replaceAll(folder, 'it');
    return importFailure(name === 'unreadable' ? 'unreadable-text' : 'no-slides', words);
  }
  const files = deckFiles(await listDeckFiles(folder));
  const compiled = await compileWithin(MS_TO_COMPILE, id, sources.value, files);
  if (compiled !== null) return success(compiled);
  return importFailure(
    'slow-deck',
    'It takes too long to compile, and everybody would wait for it. Make it shorter or simpler.',
  );
}

function firstSlide({ name, slides, theme }: Deck): ImportReport['first'] {
  const [slide] = slides;
  if (slide === undefined) return null;
  const first = { slide: stageSlide(slide), ...(theme === undefined ? {} : { theme }) };
  const moved = JSON.stringify(first).replaceAll(
    `/slides/${encodeURIComponent(name)}/`,
    `/api/v1/imports/${name}/files/`,
  );
  // Sound: only addresses in it have changed.
  return JSON.parse(moved) as typeof first;
}
