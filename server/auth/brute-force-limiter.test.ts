import { Socket } from 'node:net';
import { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { smallDeck } from '../../test/fixtures/small-deck.ts';
import { authenticate, type AuthDeps } from './authenticate.ts';
import { bruteForceLimiter } from './brute-force-limiter.ts';
import { presenterKey } from './presenter-key.ts';
import { SessionRegistry } from '../live/session-registry.ts';
import { memoryLog } from '../storage/memory-log.ts';

const MOST = 5;
const CROWD = 50;

/** A door whose log takes its time, and by which a session can be entered. */
async function door(): Promise<{ keeper: AuthDeps; code: string }> {
  const log = memoryLog(() => 0);
  const started = await new SessionRegistry(log, () => undefined).start(smallDeck);
  if (!started.ok) throw new Error(started.error.message);
  const slow = {
    ...log,
    async read(session: string) {
      await new Promise((later) => setImmediate(later));
      return log.read(session);
    },
  };
  const keeper: AuthDeps = {
    ...{ registry: new SessionRegistry(slow, () => undefined), key: presenterKey('the-right-key') },
    ...{
      wrongCodes: bruteForceLimiter(MOST, 60),
      wrongKeys: bruteForceLimiter(MOST, 60),
      now: () => 0,
    },
    load: { connections: () => 0, lag: () => 0, maxConnections: 1 },
  };
  return { keeper, code: started.value.state.code };
}

function request(): IncomingMessage {
  return new IncomingMessage(new Socket());
}

async function refusals(keeper: AuthDeps, auths: readonly object[]): Promise<string[]> {
  const authenticated = auths.map((auth) => authenticate(keeper, request(), { v: 2, ...auth }));
  return (await Promise.all(authenticated)).map((one) => (one.ok ? 'in' : one.error.name));
}

it('[A6] a crowd of guesses at one moment is heard no further than one after another', async () => {
  const { keeper, code } = await door();
  const wrong = Array.from({ length: CROWD }, (_, at) => ({ code: `x${at}`, role: 'attendee' }));
  const heard = await refusals(keeper, wrong);
  expect(heard.filter((name) => name === 'unknown-code')).toHaveLength(MOST);
  expect(heard.filter((name) => name === 'slow-down')).toHaveLength(CROWD - MOST);
  const keys = Array.from({ length: CROWD }, (_, at) => ({ code, role: 'console', key: `k${at}` }));
  const tried = await refusals(keeper, keys);
  expect(tried.filter((name) => name === 'wrong-key')).toHaveLength(MOST);
});

it('[A6] a hall that comes in at one moment is let in, each of them', async () => {
  const { keeper, code } = await door();
  const hall = Array.from({ length: CROWD }, () => ({ code, role: 'attendee' }));
  expect(new Set(await refusals(keeper, hall))).toEqual(new Set(['in']));
});
