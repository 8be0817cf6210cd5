import { describe, expect, it, vi } from 'vitest';
import { smallDeck } from '../../test/fixtures/small-deck.ts';
import { JoinedConnection } from '../../test/fixtures/joined-connection.ts';
import { yes } from '../../test/fixtures/pure-session.ts';
import { replay } from '../../src/session/evolve.ts';
import type { ActivityState } from '../../src/session/state.ts';
import type { Command } from '../../src/session/commands.ts';
import { isRecord } from '../../src/lib/json.ts';
import { Frame } from '../transport/ws-frame.ts';
import { Presence } from './presence.ts';
import { Publisher } from './publisher.ts';
import { LiveSession } from './live-session.ts';
import { memoryLog } from '../storage/memory-log.ts';
import { BUSY } from '../../test/integration/busy.ts';
import { readFacts } from '../storage/read-facts.ts';

const CODE = '123456';

/** Counts how often all its entries are gone through. */
class WatchedMap<Key, Value> extends Map<Key, Value> {
  static walks = 0;
  override [Symbol.iterator](): MapIterator<[Key, Value]> {
    WatchedMap.walks += 1;
    return super[Symbol.iterator]();
  }
  override entries(): MapIterator<[Key, Value]> {
    WatchedMap.walks += 1;
    return super.entries();
  }
  override keys(): MapIterator<Key> {
    WatchedMap.walks += 1;
    return super.keys();
  }
  override values(): MapIterator<Value> {
    WatchedMap.walks += 1;
    return super.values();
  }
  override forEach(call: (value: Value, key: Key, map: Map<Key, Value>) => void): void {
    WatchedMap.walks += 1;
    super.forEach(call);
  }
}

async function openSession() {
  const log = memoryLog(() => 0);
  await log.transact(CODE, 0, () => [
    { type: 'session:started', code: CODE, secret: 's', deck: smallDeck },
    { type: 'activity:opened', activity: 'tea' },
  ]);
  const facts = await readFacts(log, CODE);
  const state = facts.ok ? replay(facts.value) : null;
  const activityState = state?.activities.get('tea');
  if (state === null || activityState === undefined) throw new Error('no question');
  const session = new LiveSession(state, log);
  const presence = new Presence();
  return { activityState, session, presence, publisher: new Publisher(presence, session) };
}

const answerOf = (attendee: string): Command => ({
  ...{ type: 'answer:give', attendee, activity: 'tea', id: `${attendee}-${Math.random()}` },
  ...{ hash: null, round: null, answer: yes },
});

async function answerAll(session: LiveSession, attendees: readonly string[]): Promise<void> {
  const given = attendees.map((attendee) => session.dispatch(answerOf(attendee)));
  for (const outcome of await Promise.all(given)) expect(outcome.ok).toBe(true);
}

describe('the cost of an answer', () => {
  it('[S12] does not grow with the answers given before: nothing goes through them', async () => {
    const { activityState, session, presence, publisher } = await openSession();
    const watcher = JoinedConnection.as({ attendee: 'a' });
    presence.enter(watcher, watcher.identity);
    presence.noteAnswered(watcher, 'tea');
    await answerAll(
      session,
      Array.from({ length: 200 }, (_, n) => `attendee-${n}`),
    );
    for (const name of [
      'answers',
      'receipts',
    ] as const satisfies readonly (keyof ActivityState)[]) {
      Object.assign(activityState, {
        [name]: new WatchedMap<unknown, unknown>(activityState[name]),
      });
    }
    WatchedMap.walks = 0;
    const before = watcher.sent.length;
    await answerAll(session, ['a', 'b', 'c', 'a']);
    await vi.waitUntil(() => watcher.sent.length > before, BUSY);
    expect(activityState.answers.size).toBe(203);
    expect(WatchedMap.walks).toBe(0);
    publisher.stop();
  });

  it('[S12] [A13] does not grow with the phones that may not see the tally: they are not gone through', async () => {
    const { session, presence, publisher } = await openSession();
    const one = JoinedConnection.as({ attendee: 'a' });
    const other = JoinedConnection.as({ attendee: 'b' });
    for (const phone of [one, other]) presence.enter(phone, phone.identity);
    presence.noteAnswered(one, 'tea');
    const walked = vi.spyOn(presence.attendees, Symbol.iterator);
    await answerAll(session, ['a']);
    await vi.waitUntil(() => one.sent.length > 0, BUSY);
    expect(one.sent[0]).toContain('activity:changed');
    expect(other.sent).toEqual([]);
    expect(walked).not.toHaveBeenCalled();
    publisher.stop();
  });

  it('[S12] is one encoded tally for all first answers of a commit, with their receipts, welcome and broadcast', async () => {
    const { session, presence, publisher } = await openSession();
    const phones = Array.from({ length: 10 }, (_, n) => JoinedConnection.as({ attendee: `a${n}` }));
    for (const phone of phones) presence.enter(phone, phone.identity);
    const encoded = vi.spyOn(Frame, 'event');
    const tallies = (): number => encoded.mock.calls.filter(([, [view]]) => isTally(view)).length;
    const receipts: (readonly Frame[])[] = [];
    const answered = phones.map(
      (phone) =>
        new Promise<void>((done) => {
          session.submit(answerOf(phone.identity.attendee), () => {
            receipts.push(publisher.tallyOnceAnswered(phone, 'tea'));
            done();
          });
        }),
    );
    await Promise.all(answered);
    expect(receipts.flat()).toHaveLength(10);
    expect(new Set(receipts.flat()).size).toBe(1);
    expect(publisher.tallyFrame('tea')).toBe(receipts[0]?.[0]);
    expect(tallies()).toBe(1);
    await answerAll(session, ['a0']);
    expect(publisher.tallyFrame('tea')).not.toBe(receipts[0]?.[0]);
    publisher.stop();
  });
});

function isTally(view: unknown): boolean {
  // A stage's view has more members.
  return isRecord(view) && Object.keys(view).join() === 'id,tally';
}
