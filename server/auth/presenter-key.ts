import { createHmac } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { equalInConstantTime } from './equal-in-constant-time.ts';
import { randomText } from './random.ts';

// Long enough to sign in days before the session, and not again in the middle of it.
const COOKIE_HOURS = 7 * 24;
/** The lifetime of the sign-in cookie, in seconds. */
export const SIGNED_IN_SECONDS = COOKIE_HOURS * 3600;

/** Checks the presenter's key, and the cookies of signed-in browsers. */
export interface PresenterKey {
  /** The key itself, for the link that is printed at the start. */
  readonly text: string;
  matches(key: string): boolean;
  /** Returns the value of a sign-in cookie. `now` in milliseconds since 1970. */
  cookie(now: number): string;
  isSignedIn(cookie: string | undefined, now: number): boolean;
}

/** Creates the checks for the key `text`. */
export function presenterKey(text: string): PresenterKey {
  const sign = (expires: string): string =>
    createHmac('sha256', text).update(`signed in until ${expires}`).digest('base64url');
  return {
    text,
    matches: (key) => equalInConstantTime(key, text),
    cookie(now) {
      const expires = String(now + SIGNED_IN_SECONDS * 1000);
      return `${expires}.${sign(expires)}`;
    },
    isSignedIn(cookie, now) {
      const [expires, signature] = cookie?.split('.') ?? [];
      if (expires === undefined || signature === undefined) return false;
      return equalInConstantTime(signature, sign(expires)) && Number(expires) > now;
    },
  };
}

/** Makes a key that nobody can guess. */
export function newKey(): string {
  return randomText(18);
}

/** Reads the key in the data folder; creates it the first time, readable by its owner only. */
export async function loadOrCreateKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'presenter.key');
  try {
    const stored = (await readFile(file, 'utf8')).trim();
    if (stored !== '') return stored;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const made = newKey();
  await writeFile(file, `${made}\n`, { mode: 0o600 });
  // `mode` has no effect on a file that exists already.
  await chmod(file, 0o600);
  return made;
}
