import { failure } from '../../../src/lib/result.ts';
import type { NameProblem } from '../deck-name.ts';
import type { WriteProblem } from '../write-whole.ts';

/** The reason why a deck could not be brought: a name for programs, a message for people. */
export type ImportProblem =
  | NameProblem
  | WriteProblem
  | {
      readonly name:
        | 'unknown-import'
        | 'too-large'
        | 'cut-off'
        | 'broken-zip'
        | 'no-slides'
        | 'unreadable-text'
        | 'slow-deck';
      readonly message: string;
    }
  /** `free` is a name that no deck has. */
  | { readonly name: 'name-taken'; readonly message: string; readonly free: string };

/** A failure that needs no more than its words. */
export function importFailure(
  name: Exclude<ImportProblem['name'], 'name-taken'>,
  message: string,
): { readonly ok: false; readonly error: ImportProblem } {
  return failure({ name, message });
}
