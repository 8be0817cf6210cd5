import { failure } from '../../../src/lib/result.ts';
import type { StorageProblem } from '../event-log.ts';

/** The reason why a session could not be taken away or brought: a name for programs, a message for people. */
export type SessionFileProblem =
  | StorageProblem
  | {
      readonly name:
        | 'tells-who-asked'
        | 'too-large'
        | 'cut-off'
        | 'not-a-session'
        | 'damaged-file'
        | 'already-here'
        | 'code-taken'
        | 'kept-no-longer';
      readonly message: string;
    };

export function fileFailure(
  name: SessionFileProblem['name'],
  message: string,
): { readonly ok: false; readonly error: SessionFileProblem } {
  return failure({ name, message });
}
