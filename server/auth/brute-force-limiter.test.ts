import { Socket } from 'node:net';
import { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { smallDeck } from '../../test/fixtures/small-deck.ts';
import { admit, type DoorKeeper } from './authenticate.ts';
import { guesses } from './brute-force-limiter.ts';
import { presenterKey } from './presenter-key.ts';
import { Rooms } from '../live/session-registry.ts';
import { memoryLog } from '../storage/memory-log.ts';

const MOST = 5;
const CROWD = 50;

/** A door whose log takes its time, and by which a session can be entered. */
async function door(): Promise<{ keeper: DoorKeeper; code: string }> {
  const log = memoryLog(() => 0);
  const started = await new Rooms(log, () => undefined).start(smallDeck);
  if (!started.ok) throw new Error(started.error.message);
  const slow = {
    ...log,
    async read(session: string) {
      await new Promise((later) => setImmediate(later));
      return log.read(session);
    },
  };
  const keeper: DoorKeeper = {
    ...{ rooms: new Rooms(slow, () => undefined), key: presenterKey('the-right-key') },
    ...{ wrongCodes: guesses(MOST, 60), wrongKeys: guesses(MOST, 60), now: () => 0 },
    load: { connections: () => 0, late: () => 0, mostConnections: 1 },
  };
  return { keeper, code: started.value.state.code };
}

function request(): IncomingMessage {
  return new IncomingMessage(new Socket());
}

async function refusals(keeper: DoorKeeper, auths: readonly object[]): Promise<string[]> {
  const admitted = auths.map((auth) => admit(keeper, request(), { v: 1, ...auth }));
  return (await Promise.all(admitted)).map((one) => (one.ok ? 'in' : one.error.name));
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
