import { failure, success, type Result } from '../../src/lib/result.ts';
import { wellFormedText } from '../../src/lib/well-formed.ts';

/** The reason why a name cannot be that of a deck or of a file in one, in words. */
export interface NameProblem {
  readonly name: 'bad-name';
  readonly message: string;
}

const DECK_NAME = /^\w[\w.-]{0,63}$/;
const LONGEST_PATH = 240;
const DEEPEST_PATH = 8;

// Windows opens a device in place of a file with one of these names, with any extension.
const DEVICES = /^(?:aux|con|nul|prn|com\d|lpt\d)(?:\.|$)/i;

// Characters that Windows refuses in a name, and control characters.
// eslint-disable-next-line no-control-regex
const REFUSED = /[\u0000-\u001f\u007f-\u009f"*:<>?\\|]/;

/** true for a folder's name that cannot lead out of the folder of decks. */
export function isDeckName(name: string): boolean {
  return DECK_NAME.test(name);
}

/** Reads the name of a deck to be made: one that every file system takes for a folder. */
export function readNewDeckName(name: string): Result<string, NameProblem> {
  if (!isDeckName(name)) {
    const rule = 'letters from a to z, digits, dots, hyphens and underscores, 64 at most';
    return refused(`A deck is named with ${rule}, and begins with a letter or a digit.`);
  }
  if (DEVICES.test(name) || name.endsWith('.')) {
    return refused(`Windows takes no folder named "${name}". Choose another name.`);
  }
  return success(name);
}

/**
 * Reads the path of a file in a deck's folder, separated by `/`; composed characters (NFC). Refuses
 * all that leads elsewhere, that is hidden, or that a file system refuses.
 */
export function readFilePath(path: string): Result<string, NameProblem> {
  const composed = path.normalize('NFC');
  const shown = composed.replace(/\p{Cc}/gu, '�').slice(0, 80);
  if (composed === '' || Buffer.byteLength(composed) > LONGEST_PATH) {
    return refused(`The name "${shown}" is empty or too long: ${LONGEST_PATH} bytes are the most.`);
  }
  const names = composed.split('/');
  if (names.length > DEEPEST_PATH) return refused(`"${shown}" is in too many folders.`);
  const isRefused = (name: string): boolean =>
    name === '' || name.startsWith('.') || REFUSED.test(name) || DEVICES.test(name);
  if (wellFormedText(composed) !== composed || names.some(isRefused) || names.some(endsInvisibly)) {
    return refused(`A file in a deck cannot be named "${shown}".`);
  }
  return success(composed);
}

/** Windows drops dots and spaces at the end of a name. */
function endsInvisibly(name: string): boolean {
  return /[\s.]$/u.test(name);
}

function refused(message: string): Result<never, NameProblem> {
  return failure({ name: 'bad-name', message });
}
