import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newToken, attendeeOf } from './attendee-token.ts';
import { loadOrCreateKey, presenterKey, SIGNED_IN_SECONDS } from './presenter-key.ts';

describe("an attendee's token", () => {
  it('[A4] identifies its attendee in its own session, and in no other', () => {
    const { attendee, token } = newToken('a secret');
    expect(attendeeOf('a secret', token)).toBe(attendee);
    expect(attendeeOf('another secret', token)).toBeNull();
  });

  it('[A4] is refused in any altered form', () => {
    const { token } = newToken('a secret');
    const other = newToken('a secret');
    const swapped = `${other.attendee}.${token.split('.')[1]}`;
    for (const altered of ['', '.', `${token}x`, token.slice(0, -1), `${token}.`, swapped]) {
      expect(attendeeOf('a secret', altered)).toBeNull();
    }
  });

  it('is different each time', () => {
    expect(newToken('a secret').attendee).not.toBe(newToken('a secret').attendee);
  });
});

describe('the presenter key', () => {
  it('[A1] matches itself alone', () => {
    const key = presenterKey('the-right-key');
    expect(key.matches('the-right-key')).toBe(true);
    for (const wrong of ['', 'the-right-ke', 'the-right-key ', 'THE-RIGHT-KEY']) {
      expect(key.matches(wrong)).toBe(false);
    }
  });

  it('[A11] signs a browser in until its cookie expires, and for this key only', () => {
    const key = presenterKey('the-right-key');
    const cookie = key.cookie(1_000);
    expect(key.isSignedIn(cookie, 1_000)).toBe(true);
    expect(key.isSignedIn(cookie, 1_000 + SIGNED_IN_SECONDS * 1_000)).toBe(false);
    expect(presenterKey('another-key').isSignedIn(cookie, 1_000)).toBe(false);
    expect(key.isSignedIn(undefined, 1_000)).toBe(false);
  });

  it('is created once, and readable by its owner only', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'plenary-key-'));
    const made = await loadOrCreateKey(folder);
    expect(made.length).toBeGreaterThanOrEqual(20);
    expect(await loadOrCreateKey(folder)).toBe(made);
    expect((await stat(join(folder, 'presenter.key'))).mode & 0o777).toBe(0o600);
    expect((await readFile(join(folder, 'presenter.key'), 'utf8')).trim()).toBe(made);
    await rm(folder, { recursive: true });
  });
});
