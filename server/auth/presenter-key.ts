import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomText } from './random.ts';

// A presenter signs in the evening before, and not again in the middle of the talk.
const COOKIE_HOURS = 7 * 24;
/** How long a browser stays signed in, in seconds. */
export const SIGNED_IN_SECONDS = COOKIE_HOURS * 3600;

/** Knows the presenter's key, and the browsers that have shown it. */
export interface PresenterKey {
  /** For the link that is printed at the start. */
  readonly text: string;
  matches(key: string): boolean;
  /** A cookie's value that says "has shown the key". `now` in milliseconds since 1970. */
  cookie(now: number): string;
  isSignedIn(cookie: string | undefined, now: number): boolean;
}

/** The rules of a key that is already at hand. */
export function presenterKey(text: string): PresenterKey {
  const sign = (expires: string): string =>
    createHmac('sha256', text).update(`signed in until ${expires}`).digest('base64url');
  return {
    text,
    matches: (key) => sameText(key, text),
    cookie(now) {
      const expires = String(now + SIGNED_IN_SECONDS * 1000);
      return `${expires}.${sign(expires)}`;
    },
    isSignedIn(cookie, now) {
      const [expires, signature] = cookie?.split('.') ?? [];
      if (expires === undefined || signature === undefined) return false;
      return sameText(signature, sign(expires)) && Number(expires) > now;
    },
  };
}

/** The key kept in the data folder; made once, readable by its owner only. */
export async function keptKey(dataDir: string): Promise<string> {
  const file = join(dataDir, 'presenter.key');
  try {
    const kept = (await readFile(file, 'utf8')).trim();
    if (kept !== '') return kept;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const made = randomText(18);
  await writeFile(file, `${made}\n`, { mode: 0o600 });
  // `mode` counts only for a file that did not exist.
  await chmod(file, 0o600);
  return made;
}

/** Equal, in a time that does not tell where they differ. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
