import type { Deck } from '../../../src/deck/deck.ts';
import { success, type Result } from '../../../src/lib/result.ts';
import type { ImportReport } from '../../../src/protocol/imports.ts';
import { stageSlide } from '../../../src/session/project.ts';
import { compileImport } from './compile-import.ts';
import type { DeckImport } from './deck-import.ts';
import type { ImportProblem } from './import-problem.ts';
import { freeName } from '../../../src/lib/folder-name.ts';
import { proposeName } from './propose-name.ts';

/** Reports how a deck that was brought compiles. `names` are those that are not free. */
export async function reportImport(
  brought: DeckImport,
  names: readonly string[],
): Promise<Result<ImportReport, ImportProblem>> {
  const looked = await compileImport(brought);
  if (!looked.ok) return looked;
  const { compiled, leftOut } = looked.value;
  const { deck, problems } = compiled;
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
