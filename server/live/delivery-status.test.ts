import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Delivery } from '../../src/protocol/messages.ts';
import type { AnswerCommand } from '../../src/session/commands.ts';
import { success } from '../../src/lib/result.ts';
import { Talk, yes } from '../../test/fixtures/talk.ts';
import { Room } from './live-session.ts';
import { memoryLog } from '../storage/memory-log.ts';
import { Reconciliation } from './delivery-status.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const given: AnswerCommand = {
  type: 'answer:give',
  voter: 'ann',
  activity: 'tea',
  id: 'an-answer',
  hash: null,
  round: null,
  answer: yes,
};

/** A talk at its first question, and what its consoles are told. */
function asking() {
  const talk = new Talk();
  talk.show(1);
  const told: Delivery[] = [];
  const reconciliation = new Reconciliation(new Room(talk.state, memoryLog(Date.now)), {
    now: Date.now,
    tell: (delivery) => told.push(delivery),
  });
  return { talk, told, reconciliation };
}

it('[S10] a console hears that an answer waits, and when it is overdue, though nothing else happens', () => {
  const { told, reconciliation } = asking();
  // A look is planned, in five minutes.
  reconciliation.left('bob');
  vi.advanceTimersByTime(1_000);
  expect(told).toHaveLength(1);
  reconciliation.received(given);
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(1_000);
  expect(told.at(-1)?.question).toMatchObject({ sent: 1, pending: 1, overdue: 0 });
  vi.advanceTimersByTime(5_000);
  expect(told.at(-1)?.question).toMatchObject({ pending: 1, overdue: 1 });
  reconciliation.stop();
  expect(vi.getTimerCount()).toBe(0);
});

it('[R4] a console hears when a phone is missed no more, though nothing else happens', () => {
  const { told, reconciliation } = asking();
  reconciliation.left('ann');
  expect(told.at(-1)?.silent).toBe(1);
  vi.advanceTimersByTime(290_000);
  expect(told.at(-1)?.silent).toBe(1);
  reconciliation.received(given);
  reconciliation.settled(given, success([]));
  vi.advanceTimersByTime(20_000);
  expect(told.at(-1)?.silent).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

it('[S12] a console hears of a thousand answers twice a second at most, and nothing is left of them', () => {
  const { told, reconciliation } = asking();
  for (let voter = 0; voter < 1_000; voter += 1) {
    const one = { ...given, voter: `voter-${voter}` };
    reconciliation.received(one);
    reconciliation.settled(one, success([]));
    vi.advanceTimersByTime(5);
  }
  expect(told.length).toBeGreaterThan(5);
  expect(told.length).toBeLessThanOrEqual(12);
  vi.advanceTimersByTime(2_000);
  expect(told.at(-1)?.question).toMatchObject({ sent: 0, pending: 0 });
  expect(vi.getTimerCount()).toBe(0);
});
