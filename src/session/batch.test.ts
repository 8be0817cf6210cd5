import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PureSession, yes } from '../../test/fixtures/pure-session.ts';
import { splitBatch } from './batch.ts';
import type { Command } from './commands.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { SessionState } from './state.ts';
import { allReceipts } from './receipts.ts';

const answer = (attendee: string, activity = 'tea'): Command => ({
  type: 'answer:give',
  attendee,
  activity,
  id: `${attendee}-answer`,
  hash: null,
  round: null,
  answer: yes,
});
const close: Command = { type: 'activity:close', activity: 'tea' };

/** The length of the first batch, and the rest. */
function part(commands: readonly Command[], most = 10) {
  const { now, later } = splitBatch(
    commands.map((command) => ({ command })),
    most,
  );
  return { now: now.map(({ command }) => command), later: later.map(({ command }) => command) };
}

describe('[S13] a batch of commands for one commit', () => {
  it('takes answers of different attendees together', () => {
    expect(part([answer('a'), answer('b'), answer('c')]).now).toHaveLength(3);
  });

  it('takes answers of one attendee to different questions together', () => {
    expect(part([answer('a', 'tea'), answer('a', 'vote')]).now).toHaveLength(2);
  });

  it('takes attendees who join together with those who answer, and one who joins twice apart', () => {
    const joins = (attendee: string): Command => {
      return { type: 'player:join', attendee, name: null, team: null };
    };
    const [first, second] = [joins('a'), joins('b')];
    expect(part([first, second, answer('a'), joins('a'), answer('b')])).toEqual({
      ...{ now: [first, second, answer('a'), answer('b')], later: [joins('a')] },
    });
  });

  it('leaves a second answer of one attendee to one question, with all that they sent after it', () => {
    const [first, second, third] = [answer('a'), answer('a'), answer('a', 'vote')];
    expect(part([first, second, third])).toEqual({ now: [first], later: [second, third] });
  });

  it('[A7] lets an attendee who floods hold up nobody else', () => {
    const flood = Array.from({ length: 40 }, () => answer('flooder'));
    const { now, later } = part([...flood, answer('a'), answer('b')]);
    expect(now).toEqual([answer('flooder'), answer('a'), answer('b')]);
    expect(later).toEqual(flood.slice(1));
  });

  it('takes any other command alone, and nothing past it', () => {
    expect(part([close, answer('a')])).toEqual({ now: [close], later: [answer('a')] });
    expect(part([answer('a'), close, answer('b')])).toEqual({
      now: [answer('a')],
      later: [close, answer('b')],
    });
  });

  it('is no larger than allowed', () => {
    expect(part([answer('a'), answer('b'), answer('c')], 2)).toEqual({
      now: [answer('a'), answer('b')],
      later: [answer('c')],
    });
  });

  it('comes to what the commands would one by one', () => {
    const command = fc.oneof(
      {
        weight: 8,
        arbitrary: fc
          .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('tea', 'vote'), fc.nat(3))
          .map(([attendee, activity, n]) => ({
            ...answer(attendee, activity),
            id: `${attendee}-${n}-answer`,
          })),
      },
      { weight: 1, arbitrary: fc.constant(close) },
      { weight: 1, arbitrary: fc.constant<Command>({ type: 'activity:open', activity: 'tea' }) },
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const single = new PureSession();
        const batched = new PureSession();
        for (const one of commands) single.do(one);
        for (let waiting: readonly Command[] = commands; waiting.length > 0;) {
          const { now, later } = part(waiting);
          waiting = later;
          const decided = now.map((one) => decide(batched.state, one));
          for (const fact of decided.flatMap((one) => (one.ok ? one.value : []))) {
            const seq = batched.state.seq + 1;
            evolve(batched.state, { seq, at: seq * 1000, fact });
          }
        }
        expect(stateOf(batched.state)).toEqual(stateOf(single.state));
      }),
    );
  });
});

/** All of it but the numbers of the facts: those of two attendees may have changed places. */
function stateOf({ activities, seq }: SessionState) {
  const states = [...activities].map(([id, { phase, tally, answers, receipts }]) => {
    const latest = [...answers].map(([attendee, given]) => `${attendee}: ${given.id}`).sort();
    const ids = [...allReceipts(receipts)].map(([attendee, one]) => `${attendee}/${one.id}`).sort();
    return { id, phase, tally, latest, ids };
  });
  return { states, seq };
}
