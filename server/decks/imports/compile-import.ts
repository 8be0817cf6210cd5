import { deckFiles } from '../../../src/deck/deck-files.ts';
import type { CompiledDeck } from '../../../src/deck/deck.ts';
import { success, type Result } from '../../../src/lib/result.ts';
import { compileWithin } from '../compile-with-colours.ts';
import { listDeckFiles } from '../deck-files.ts';
import { readDeck } from '../read-deck.ts';
import type { DeckImport } from './deck-import.ts';
import { importFailure, type ImportProblem } from './import-problem.ts';
import type { SettledDeck } from './settled-deck.ts';

/** Longer than any deck that a person wrote takes, on a slow machine too; every session waits meanwhile. */
const MS_TO_COMPILE = 3_000;

/** A deck that was brought, as the compiler sees it. */
interface CompiledImport extends SettledDeck {
  readonly compiled: CompiledDeck;
}

/** Compiled once, however often somebody looks. */
const known = new WeakMap<SettledDeck, Promise<Result<CompiledImport, ImportProblem>>>();

/** Compiles a deck that was brought; fails where it is none, or takes too long. */
export async function compileImport(
  brought: DeckImport,
): Promise<Result<CompiledImport, ImportProblem>> {
  const settled = await brought.settle();
  if (!settled.ok) return settled;
  const compiled = known.get(settled.value) ?? compileSettled(brought.id, settled.value);
  known.set(settled.value, compiled);
  return compiled;
}

/** Compiles it under the name of its import, which nobody can guess and no text of the deck has. */
async function compileSettled(
  id: string,
  settled: SettledDeck,
): Promise<Result<CompiledImport, ImportProblem>> {
  const { folder } = settled;
  const sources = await readDeck(folder);
  if (!sources.ok) {
    const { name, message } = sources.error;
    const words = message.replaceAll(`${folder}/`, '').replaceAll(folder, 'it');
    return importFailure(name === 'unreadable' ? 'unreadable-text' : 'no-slides', words);
  }
  const files = deckFiles(await listDeckFiles(folder));
  const compiled = await compileWithin(MS_TO_COMPILE, id, sources.value, files);
  if (compiled !== null) return success({ ...settled, compiled });
  return importFailure(
    'slow-deck',
    'It takes too long to compile, and everybody would wait for it. Make it shorter or simpler.',
  );
}
