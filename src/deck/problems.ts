import type { DeckProblem } from './deck.ts';

/** Notes the mistakes of one file, by line (from 1). */
export interface FileReport {
  error(line: number, message: string): void;
  warning(line: number, message: string): void;
}

/** Gathers every mistake of a deck. */
export class ProblemList {
  readonly #problems = new Map<string, DeckProblem>();

  /** The report of one file. */
  of(file: string): FileReport {
    return {
      error: (line, message) => this.#add({ severity: 'error', file, line, message }),
      warning: (line, message) => this.#add({ severity: 'warning', file, line, message }),
    };
  }

  get hasErrors(): boolean {
    return [...this.#problems.values()].some(({ severity }) => severity === 'error');
  }

  /** All mistakes in the order of `files` and of their lines, none twice. */
  sorted(files: readonly string[]): DeckProblem[] {
    const place = new Map(files.map((file, index) => [file, index]));
    const placeOf = (problem: DeckProblem): number => place.get(problem.file) ?? files.length;
    return [...this.#problems.values()].sort((a, b) => placeOf(a) - placeOf(b) || a.line - b.line);
  }

  #add(problem: DeckProblem): void {
    this.#problems.set(`${problem.file}\n${problem.line}\n${problem.message}`, problem);
  }
}
