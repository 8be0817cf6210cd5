import { describe, expect, it, vi } from 'vitest';
import { valueOf } from '../../test/fixtures/value-of.ts';
import { smallDeck } from '../../test/fixtures/small-deck.ts';
import { no, yes } from '../../test/fixtures/pure-session.ts';
import { failure } from '../../src/lib/result.ts';
import type { Command } from '../../src/session/commands.ts';
import { replay } from '../../src/session/evolve.ts';
import type { Fact } from '../../src/session/facts.ts';
import { LiveSession } from './live-session.ts';
import { memoryLog } from '../storage/memory-log.ts';
import type { EventLog, StorageProblem } from '../storage/event-log.ts';
import { readFacts } from '../storage/read-facts.ts';

const CODE = '123456';
const full: StorageProblem = { name: 'full', message: 'The disk is full.' };

/** A log whose commits wait to be let through, or to fail: a disk that takes its time. */
class SlowLog {
  readonly real = memoryLog(() => 0);
  transactions = 0;
  readonly #waiting: ((problem: StorageProblem | null) => void)[] = [];

  readonly log: EventLog = {
    ...this.real,
    transact: async (session, afterSeq, decide) => {
      this.transactions += 1;
      const problem = await new Promise<StorageProblem | null>((go) => this.#waiting.push(go));
      if (problem !== null) return failure(problem);
      return this.real.transact(session, afterSeq, decide);
    },
  };

  /** Lets the next commit through, or fails it, once it is under way; resolves when the session has been told. */
  async finish(problem: StorageProblem | null = null): Promise<void> {
    await vi.waitUntil(() => this.#waiting.length > 0, { interval: 1 });
    this.#waiting.shift()?.(problem);
    await new Promise((heard) => setImmediate(heard));
  }
}

async function openSession() {
  const slow = new SlowLog();
  const opened: Fact[] = [
    { type: 'session:started', code: CODE, secret: 's', deck: smallDeck },
    { type: 'activity:opened', activity: 'tea' },
  ];
  await slow.real.transact(CODE, 0, () => opened);
  const facts = valueOf(await readFacts(slow.real, CODE));
  const state = replay(facts);
  if (state === null) throw new Error('no state');
  return { slow, session: new LiveSession(state, slow.log) };
}

const answer = (attendee: string, what = yes, id = `${attendee}-answer`): Command => ({
  type: 'answer:give',
  attendee,
  activity: 'tea',
  id,
  hash: null,
  round: null,
  answer: what,
});

describe('a live session', () => {
  it('[S2] [V1] acknowledges nothing, and shows nothing, before it is durable', async () => {
    const { slow, session } = await openSession();
    let acknowledged = false;
    void session.dispatch(answer('a')).then(() => (acknowledged = true));
    await new Promise((later) => setImmediate(later));
    expect(acknowledged).toBe(false);
    expect(session.state.activities.get('tea')?.answers.size).toBe(0);
    await slow.finish();
    expect(acknowledged).toBe(true);
    expect(session.state.activities.get('tea')?.answers.size).toBe(1);
  });

  it('commits together what comes while a commit is under way', async () => {
    const { slow, session } = await openSession();
    const first = session.dispatch(answer('a'));
    await vi.waitUntil(() => slow.transactions === 1, { interval: 1 });
    const rest = Array.from({ length: 100 }, (_, n) => session.dispatch(answer(`v${n}`)));
    await slow.finish();
    await first;
    await slow.finish();
    await Promise.all(rest);
    expect(slow.transactions).toBe(2);
    expect(session.state.activities.get('tea')?.answers.size).toBe(101);
  });

  it('[V2] [S13] lets the last of two answers of one attendee count, whatever they were batched with', async () => {
    const { slow, session } = await openSession();
    const all = [
      session.dispatch(answer('a', yes, 'first-answer')),
      session.dispatch(answer('b')),
      session.dispatch(answer('a', no, 'second-answer')),
      session.dispatch({ type: 'activity:close', activity: 'tea' }),
      session.dispatch(answer('c')),
    ];
    for (let n = 0; n < 4; n += 1) await slow.finish();
    const outcomes = await Promise.all(all);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true, false]);
    expect(session.state.activities.get('tea')?.tally).toMatchObject({
      answers: 2,
      counts: [1, 1],
    });
  });

  it('[S4] [S10] refuses what cannot be kept, changes nothing, and goes on when it can', async () => {
    const { slow, session } = await openSession();
    const refused = session.dispatch(answer('a'));
    await slow.finish(full);
    expect(await refused).toEqual(failure(full));
    expect(session.state.activities.get('tea')?.answers.size).toBe(0);
    const again = session.dispatch(answer('a'));
    await slow.finish();
    expect(await again).toMatchObject({ ok: true, value: [{ seq: 3 }] });
    expect(valueOf(await readFacts(slow.real, CODE))).toHaveLength(3);
  });

  it('tells of facts once, in order, before those who wait for them hear', async () => {
    const { slow, session } = await openSession();
    const told: string[] = [];
    session.onFacts((facts) => told.push(...facts.map(({ seq }) => `fact ${seq}`)));
    void session.dispatch(answer('a')).then(() => told.push('acknowledged'));
    await slow.finish();
    expect(told).toEqual(['fact 3', 'acknowledged']);
  });

  it('[S2] takes in what another process has written, before it decides', async () => {
    const { slow, session } = await openSession();
    await slow.real.transact(CODE, 2, () => [{ type: 'activity:closed', activity: 'tea' }]);
    const told: string[] = [];
    session.onFacts((facts) => told.push(...facts.map(({ fact }) => fact.type)));
    const late = session.dispatch(answer('a'));
    await slow.finish();
    expect(await late).toMatchObject({ ok: false, error: { name: 'not-open' } });
    expect(told).toEqual(['activity:closed']);
    expect(session.state.activities.get('tea')?.phase).toBe('closed');
  });

  it('[S11] answers a command that meets a fault, and all others that came with it', async () => {
    const { slow, session } = await openSession();
    const faults: unknown[] = [];
    session.onFault((error) => faults.push(error));
    const receipts = session.state.activities.get('tea')?.receipts;
    vi.spyOn(receipts ?? new Map(), 'get').mockImplementation((attendee: string) => {
      if (attendee === 'b') throw new Error('a fault in a rule');
      return undefined;
    });
    const all = ['a', 'b', 'c'].map((attendee) => session.dispatch(answer(attendee)));
    await slow.finish();
    const outcomes = await Promise.all(all);
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true]);
    expect(outcomes[1]).toMatchObject({ error: { name: 'fault' } });
    expect(faults).toEqual([new Error('a fault in a rule')]);
  });

  it('[S2] [S11] decides and shows nothing more once a fact has changed its state by half', async () => {
    const { slow, session } = await openSession();
    const [faults, broken, shown] = [vi.fn<(error: unknown) => void>(), vi.fn(), vi.fn()];
    session.onFault(faults);
    session.onBroken(broken);
    session.onFacts(shown);
    const answers = session.state.activities.get('tea')?.answers ?? new Map();
    vi.spyOn(answers, 'set').mockThrowOnce(new Error('half a change'));
    const all = ['a', 'b'].map((attendee) => session.dispatch(answer(attendee)));
    await slow.finish();
    const unavailable = { ok: false, error: { name: 'unavailable' } };
    expect(await Promise.all(all)).toMatchObject([unavailable, unavailable]);
    expect(await session.dispatch(answer('c'))).toMatchObject(unavailable);
    expect([broken, faults].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
    expect(shown).not.toHaveBeenCalled();
    expect(slow.transactions).toBe(1);
    // Both are in the log, which is read again.
    const replayed = replay(valueOf(await readFacts(slow.real, CODE)));
    expect(replayed?.activities.get('tea')?.answers.size).toBe(2);
  });

  it('[S11] decides nothing on facts of another process that changed its state by half', async () => {
    const { slow, session } = await openSession();
    await slow.real.transact(CODE, 2, () => [{ type: 'activity:closed', activity: 'tea' }]);
    const broken = vi.fn<() => void>();
    session.onBroken(broken);
    const { activities } = session.state;
    const late = session.dispatch(answer('a'));
    const get = activities.get.bind(activities);
    vi.spyOn(activities, 'get').mockImplementationOnce(get).mockThrowOnce(new Error('half'));
    await slow.finish();
    expect(await late).toMatchObject({ ok: false, error: { name: 'unavailable' } });
    expect(broken).toHaveBeenCalledOnce();
    expect(valueOf(await readFacts(slow.real, CODE))).toHaveLength(3);
  });

  it('[S11] is read again where its log throws, for nobody knows what was written', async () => {
    const { slow, session } = await openSession();
    const broken = vi.fn<() => void>();
    session.onBroken(broken);
    vi.spyOn(slow.log, 'transact').mockRejectedValueOnce(new Error('a log'));
    expect(await session.dispatch(answer('a'))).toMatchObject({ error: { name: 'unavailable' } });
    expect(broken).toHaveBeenCalledOnce();
  });

  it('[S11] notes a listener or a waiting command that throws, and tells all others', async () => {
    const { slow, session } = await openSession();
    const faults: unknown[] = [];
    session.onFault((error) => faults.push(error));
    session.onFacts(() => {
      throw new Error('a listener');
    });
    const told = vi.fn<() => void>();
    session.onFacts(told);
    session.submit(answer('a'), () => {
      throw new Error('a settled command');
    });
    const other = session.dispatch(answer('b'));
    await slow.finish();
    expect(await other).toMatchObject({ ok: true });
    expect(told).toHaveBeenCalledOnce();
    expect(faults).toEqual([new Error('a listener'), new Error('a settled command')]);
    const next = session.dispatch(answer('c'));
    await slow.finish();
    expect(await next).toMatchObject({ ok: true });
  });

  it('[S8] writes nothing more once its session is being forgotten', async () => {
    const { slow, session } = await openSession();
    session.close();
    const late = await session.dispatch(answer('a'));
    expect(late).toMatchObject({ ok: false, error: { name: 'session-deleted' } });
    expect(slow.transactions).toBe(0);
  });
});
