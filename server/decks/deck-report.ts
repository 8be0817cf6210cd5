import { basename, join, resolve } from 'node:path';
import type { Deck, DeckProblem } from '../../src/deck/deck.ts';
import { compileWithColours } from './compile-with-colours.ts';
import { readDeck } from './read-deck.ts';

/** The output of `npm run check:deck` for one deck. */
export interface DeckReport {
  /** True if the deck can be presented. */
  readonly presentable: boolean;
  /** One line for each problem, and a summary. */
  readonly lines: readonly string[];
}

/** Compiles the deck in a folder, and lists its problems with their files and lines. */
export async function reportDeck(folder: string): Promise<DeckReport> {
  const name = basename(resolve(folder));
  const sources = await readDeck(folder);
  if (!sources.ok) return { presentable: false, lines: [`${name}: ${sources.error.message}`] };
  const { deck, problems } = await compileWithColours(name, sources.value);
  const lines = problems.map((problem) => problemLine(folder, problem));
  return { presentable: deck !== null, lines: [...lines, summary(name, deck, problems)] };
}

function problemLine(folder: string, { severity, file, line, message }: DeckProblem): string {
  const mark = severity === 'warning' ? 'warning: ' : '';
  return `${join(folder, file)}:${line}: ${mark}${message}`;
}

function summary(name: string, deck: Deck | null, problems: readonly DeckProblem[]): string {
  if (deck === null) {
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    return `${name}: ${counted(errors, 'mistake')} to fix before it can be presented`;
  }
  const { slides, activities } = deck;
  return `${name}: ${counted(slides.length, 'slide')}, ${counted(activities.length, 'question')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
