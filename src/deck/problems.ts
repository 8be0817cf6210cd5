import type { DeckProblem } from './deck.ts';

/** Records the problems of one file, by line (from 1). */
export interface FileReport {
  error(line: number, message: string): void;
  warning(line: number, message: string): void;
}

/** Collects the problems of a deck. */
export class ProblemList {
  readonly #problems = new Map<string, DeckProblem>();

  /** Returns the report of one file. */
  of(file: string): FileReport {
    return {
      error: (line, message) => this.#add({ severity: 'error', file, line, message }),
      warning: (line, message) => this.#add({ severity: 'warning', file, line, message }),
    };
  }

  get hasErrors(): boolean {
    return [...this.#problems.values()].some(({ severity }) => severity === 'error');
  }

  /** Returns all problems in the order of `files` and lines, without duplicates. */
  sorted(files: readonly string[]): DeckProblem[] {
    const fileOrder = new Map(files.map((file, index) => [file, index]));
    const orderOf = (problem: DeckProblem): number => fileOrder.get(problem.file) ?? files.length;
    return [...this.#problems.values()].sort((a, b) => orderOf(a) - orderOf(b) || a.line - b.line);
  }

  #add(problem: DeckProblem): void {
    this.#problems.set(`${problem.file}\n${problem.line}\n${problem.message}`, problem);
  }
}
