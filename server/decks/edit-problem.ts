import { failure, type Result } from '../../src/lib/result.ts';
import type { WriteProblem } from './write-whole.ts';

/** The reason why a deck was not changed, or not read: a name for programs, a message for people. */
export interface EditProblem {
  readonly name:
    | WriteProblem['name']
    | 'bad-name'
    | 'name-taken'
    | 'unknown-deck'
    | 'unreadable-deck'
    | 'outside-folder'
    | 'unfit-file'
    | 'too-large'
    | 'not-found';
  readonly message: string;
}

export function refused(name: EditProblem['name'], message: string): Result<never, EditProblem> {
  return failure({ name, message });
}

export function unknownDeck(name: string): Result<never, EditProblem> {
  return refused('unknown-deck', `There is no deck "${name.slice(0, 64)}" in the folder of decks.`);
}
