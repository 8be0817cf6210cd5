import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Talk, yes } from '../../test/fixtures/talk.ts';
import { batchSize } from './batch.ts';
import type { Command } from './commands.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';

const answer = (voter: string, activity = 'tea'): Command => ({
  type: 'answer:give',
  voter,
  activity,
  id: `${voter}-answer`,
  hash: null,
  round: null,
  answer: yes,
});
const close: Command = { type: 'activity:close', activity: 'tea' };

describe('[S13] a batch of commands for one commit', () => {
  it('takes answers of different voters together', () => {
    expect(batchSize([answer('a'), answer('b'), answer('c')], 10)).toBe(3);
  });

  it('takes answers of one voter to different questions together', () => {
    expect(batchSize([answer('a', 'tea'), answer('a', 'vote')], 10)).toBe(2);
  });

  it('stops before a second answer of one voter to one question', () => {
    expect(batchSize([answer('a'), answer('b'), answer('a')], 10)).toBe(2);
  });

  it('takes any other command alone', () => {
    expect(batchSize([close, answer('a')], 10)).toBe(1);
    expect(batchSize([answer('a'), close], 10)).toBe(1);
  });

  it('is no larger than allowed', () => {
    expect(batchSize([answer('a'), answer('b'), answer('c')], 2)).toBe(2);
  });

  it('comes to what the commands would one by one', () => {
    const command = fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom('a', 'b', 'c').map((voter) => answer(voter)) },
      { weight: 1, arbitrary: fc.constant(close) },
      { weight: 1, arbitrary: fc.constant<Command>({ type: 'activity:open', activity: 'tea' }) },
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const single = new Talk();
        const batched = new Talk();
        for (const one of commands) single.do(one);
        for (let waiting = commands; waiting.length > 0;) {
          const size = batchSize(waiting, 10);
          const decided = waiting.slice(0, size).map((one) => decide(batched.state, one));
          waiting = waiting.slice(size);
          for (const fact of decided.flatMap((one) => (one.ok ? one.value : []))) {
            const seq = batched.state.seq + 1;
            evolve(batched.state, { seq, at: seq * 1000, fact });
          }
        }
        expect(batched.state).toEqual(single.state);
      }),
    );
  });
});
