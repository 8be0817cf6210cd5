import { afterEach, describe, expect, it, vi } from 'vitest';
import { smallDeck } from '../../test/fixtures/small-deck.ts';
import { authenticate, type AuthDeps } from './authenticate.ts';
import { bruteForceLimiter } from './brute-force-limiter.ts';
import { presenterKey } from './presenter-key.ts';
import { newToken } from './attendee-token.ts';
import { remoteToken } from './remote-token.ts';
import { SessionRegistry } from '../live/session-registry.ts';
import { WantedCodes } from './wanted-codes.ts';
import type { EventLog } from '../storage/event-log.ts';
import { memoryLog } from '../storage/memory-log.ts';

const MOST = 5;
const CROWD = 50;

/** Gives every code its turn at once, and notes which asked for one and which were looked up in vain. */
class TurnsAtOnce extends WantedCodes {
  readonly asked: string[] = [];
  readonly wrong: string[] = [];

  override isTurn(_: string, code: string): Promise<boolean> {
    this.asked.push(code);
    return Promise.resolve(true);
  }

  override noteWrong(_: string, code: string): void {
    this.wrong.push(code);
  }
}

/** The dependencies of `authenticate` with a slow log, and the code of a session in it. */
async function withSlowLog(): Promise<{ deps: AuthDeps; code: string }> {
  const log = memoryLog(() => 0);
  const started = await new SessionRegistry(log, () => undefined).start(smallDeck, false);
  if (!started.ok) throw new Error(started.error.message);
  const slow = {
    ...log,
    async read(...page: Parameters<EventLog['read']>) {
      await new Promise((later) => setImmediate(later));
      return log.read(...page);
    },
  };
  const deps: AuthDeps = {
    ...{ registry: new SessionRegistry(slow, () => undefined), key: presenterKey('the-right-key') },
    ...{
      wrongCodes: bruteForceLimiter(MOST, 60),
      wrongKeys: bruteForceLimiter(MOST, 60),
      wantedCodes: new WantedCodes(),
      now: () => 0,
    },
    isAnybodyIn: () => false,
    load: { connections: () => 0, isLate: () => false, maxConnections: 1 },
  };
  return { deps, code: started.value.code };
}

const caller = { address: '192.0.2.1', presenterCookie: undefined };

async function refusals(deps: AuthDeps, auths: readonly object[]): Promise<string[]> {
  const authenticated = auths.map((auth) => authenticate(deps, caller, { v: 2, ...auth }));
  return (await Promise.all(authenticated)).map((one) => (one.ok ? 'in' : one.error.name));
}

it('[A6] simultaneous guesses are limited like successive ones', async () => {
  const { deps, code } = await withSlowLog();
  const wrong = Array.from({ length: CROWD }, (_, at) => ({ code: `x${at}`, role: 'attendee' }));
  const outcomes = await refusals(deps, wrong);
  expect(outcomes.filter((name) => name === 'unknown-code')).toHaveLength(MOST);
  expect(outcomes.filter((name) => name === 'slow-down')).toHaveLength(CROWD - MOST);
  const keys = Array.from({ length: CROWD }, (_, at) => ({ code, role: 'console', key: `k${at}` }));
  const tried = await refusals(deps, keys);
  expect(tried.filter((name) => name === 'wrong-key')).toHaveLength(MOST);
});

it('[A6] every attendee of a hall that joins at one moment is admitted', async () => {
  const { deps, code } = await withSlowLog();
  const hall = Array.from({ length: CROWD }, () => ({ code, role: 'attendee' }));
  expect(new Set(await refusals(deps, hall))).toEqual(new Set(['in']));
});

/** An address from which too many wrong codes came. */
async function thatHasToWait() {
  const { deps, code } = await withSlowLog();
  const wantedCodes = new TurnsAtOnce();
  const wrong = Array.from({ length: MOST }, (_, at) => ({ code: `x${at}`, role: 'attendee' }));
  await refusals(deps, wrong);
  return { deps: { ...deps, wantedCodes }, code, wantedCodes };
}

it('[A6] whoever has the key or a token waits for no turn where codes are guessed', async () => {
  const { deps, code, wantedCodes } = await thatHasToWait();
  const presenter = { code, role: 'console', key: 'the-right-key' };
  expect(await refusals(deps, [presenter])).toEqual(['in']);
  const found = await deps.registry.find(code);
  if (!found.ok || found.value === null) throw new Error('It was opened before.');
  const { state } = found.value;
  const remote = { code, role: 'remote', token: remoteToken(state) };
  const back = { code, role: 'attendee', token: newToken(state.secret).token };
  expect(await refusals(deps, [remote, back])).toEqual(['in', 'in']);
  expect(wantedCodes.asked).toEqual([]);
});

it('[A6] a presenter’s wrong code is no guess', async () => {
  const { deps, code } = await withSlowLog();
  const mistyped = { code: '999999', role: 'console', key: 'the-right-key' };
  const outcomes = await refusals(
    deps,
    Array.from({ length: 2 * MOST }, () => mistyped),
  );
  expect(new Set(outcomes)).toEqual(new Set(['unknown-code']));
  expect(await refusals(deps, [{ code, role: 'attendee' }])).toEqual(['in']);
});

it('[A17] a code that is looked up in vain at its turn is noted, and the code of a session is not', async () => {
  const { deps, code, wantedCodes } = await thatHasToWait();
  const outcomes = await refusals(
    deps,
    [code, '999999'].map((asked) => ({ code: asked, role: 'attendee' })),
  );
  expect(outcomes).toEqual(['in', 'unknown-code']);
  expect(wantedCodes.wrong).toEqual(['999999']);
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
