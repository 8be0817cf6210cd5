import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { newToken, attendeeOf } from './attendee-token.ts';
import { bruteForceLimiter } from './brute-force-limiter.ts';
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

describe('a brute-force limiter', () => {
  afterEach(() => void vi.useRealTimers());

  it('[A6] refuses guesses after too many wrong ones, for each address separately', async () => {
    const limiter = bruteForceLimiter(3, 60);
    for (let n = 0; n < 3; n += 1) {
      expect(await limiter.secondsToWait('10.0.0.1')).toBe(0);
      await limiter.recordFailure('10.0.0.1');
    }
    expect(await limiter.secondsToWait('10.0.0.1')).toBeGreaterThan(0);
    expect(await limiter.secondsToWait('10.0.0.2')).toBe(0);
  });

  it('[A6] [A15] forgets an address, and what it guessed, when its time is over', async () => {
    vi.useFakeTimers();
    const limiter = bruteForceLimiter(3, 60);
    for (let n = 0; n < 10; n += 1) await limiter.recordFailure('10.0.0.1');
    await vi.advanceTimersByTimeAsync(59_000);
    expect(await limiter.secondsToWait('10.0.0.1')).toBe(1);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await limiter.secondsToWait('10.0.0.1')).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
