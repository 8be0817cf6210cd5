import type { DeckProblem } from './deck.ts';

/** Records the problems of one file, by line (from 1). */
export interface FileReport {
  /** `help` is said with the first problem that has it, and not again. */
  error(line: number, message: string, help?: string | null): void;
  /** Warnings of one `kind`, which is their message if not given, become one where there are many. */
  warning(line: number, message: string, kind?: string): void;
}

interface NotedProblem extends DeckProblem {
  readonly kind: string;
  readonly help: string | null;
}

/** The most places that such a warning names beside its own. */
const PLACES = 30;

/** Collects the problems of a deck. */
export class ProblemList {
  readonly #problems = new Map<string, NotedProblem>();

  /** Returns the report of one file. */
  of(file: string): FileReport {
    return {
      error: (line, message, help = null) =>
        this.#add({ severity: 'error', file, line, message, kind: message, help }),
      warning: (line, message, kind = message) =>
        this.#add({ severity: 'warning', file, line, message, kind, help: null }),
    };
  }

  get hasErrors(): boolean {
    return [...this.#problems.values()].some(({ severity }) => severity === 'error');
  }

  /**
   * Returns all problems in the order of `files` and lines, without duplicates. Many warnings of one kind
   * become one, at the first of their places.
   */
  sorted(files: readonly string[]): DeckProblem[] {
    const fileOrder = new Map(files.map((file, index) => [file, index]));
    const orderOf = (problem: DeckProblem): number => fileOrder.get(problem.file) ?? files.length;
    const all = [...this.#problems.values()].sort(
      (a, b) => orderOf(a) - orderOf(b) || a.line - b.line,
    );
    return sayOnce(gatherWarnings(all));
  }

  #add(problem: NotedProblem): void {
    this.#problems.set(`${problem.file}\n${problem.line}\n${problem.message}`, problem);
  }
}

function gatherWarnings(problems: readonly NotedProblem[]): NotedProblem[] {
  const byKind = new Map<string, NotedProblem[]>();
  for (const problem of problems) {
    if (problem.severity !== 'warning') continue;
    const alike = byKind.get(problem.kind);
    if (alike === undefined) byKind.set(problem.kind, [problem]);
    else alike.push(problem);
  }
  return problems.flatMap((problem) => {
    const alike = problem.severity === 'warning' ? (byKind.get(problem.kind) ?? []) : [];
    if (alike.length < 2) return [problem];
    return alike[0] === problem ? [{ ...problem, message: withPlaces(problem, alike) }] : [];
  });
}

/** The message of a warning with the number of those like it, and the first of their places. */
function withPlaces(problem: NotedProblem, alike: readonly NotedProblem[]): string {
  const others = alike.slice(1);
  const named = others.slice(0, PLACES);
  const here = named.filter(({ file }) => file === problem.file).map(({ line }) => line);
  const elsewhere = named.filter(({ file }) => file !== problem.file);
  const places = [
    ...(here.length === 0 ? [] : [`line${here.length === 1 ? '' : 's'} ${here.join(', ')}`]),
    ...elsewhere.map(({ file, line }) => `${file}:${line}`),
  ];
  const end = others.length > PLACES ? ', …' : '';
  return `${problem.message} (${alike.length} times: also ${places.join(', ')}${end})`;
}

/** Adds to each problem its help, where no earlier one has the same. */
function sayOnce(problems: readonly NotedProblem[]): DeckProblem[] {
  const said = new Set<string>();
  return problems.map(({ severity, file, line, message, help }) => {
    const isNew = help !== null && !said.has(help);
    if (isNew) said.add(help);
    return { severity, file, line, message: isNew ? `${message}; ${help}` : message };
  });
}
