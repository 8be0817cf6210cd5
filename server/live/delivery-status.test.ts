import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Delivery } from '../../src/protocol/messages.ts';
import type { AnswerCommand } from '../../src/session/commands.ts';
import { success } from '../../src/lib/result.ts';
import { PureSession, yes } from '../../test/fixtures/pure-session.ts';
import { LiveSession } from './live-session.ts';
import { memoryLog } from '../storage/memory-log.ts';
import { Elsewhere } from './elsewhere.ts';
import { DeliveryStatus } from './delivery-status.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const given: AnswerCommand = {
  type: 'answer:give',
  attendee: 'ann',
  activity: 'tea',
  id: 'an-answer',
  hash: null,
  round: null,
  answer: yes,
};

/** A talk at its first question, and what its consoles are told. */
function asking() {
  const session = new PureSession();
  session.show(1);
  const told: Delivery[] = [];
  const deliveryStatus = new DeliveryStatus(new LiveSession(session.state, memoryLog(Date.now)), {
    now: Date.now,
    elsewhere: new Elsewhere(),
    tell: (delivery) => told.push(delivery),
  });
  return { talk: session, told, deliveryStatus };
}

it('[S10] a console is told that an answer waits, and when it is overdue, though nothing else happens', () => {
  const { told, deliveryStatus } = asking();
  // A look is planned, in five minutes.
  deliveryStatus.left('bob');
  vi.advanceTimersByTime(1_000);
  expect(told).toHaveLength(1);
  deliveryStatus.received(given);
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(1_000);
  expect(told.at(-1)?.question).toMatchObject({ sent: 1, pending: 1, overdue: 0 });
  vi.advanceTimersByTime(5_000);
  expect(told.at(-1)?.question).toMatchObject({ pending: 1, overdue: 1 });
  deliveryStatus.stop();
  expect(vi.getTimerCount()).toBe(0);
});

it('[R4] a console is told when a phone is no longer missed, though nothing else happens', () => {
  const { told, deliveryStatus } = asking();
  deliveryStatus.left('ann');
  expect(told.at(-1)?.silent).toBe(1);
  vi.advanceTimersByTime(290_000);
  expect(told.at(-1)?.silent).toBe(1);
  deliveryStatus.received(given);
  deliveryStatus.settled(given, success([]));
  vi.advanceTimersByTime(20_000);
  expect(told.at(-1)?.silent).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});

it('[S12] a console is told of a thousand answers at most twice a second, and nothing of them is kept', () => {
  const { told, deliveryStatus } = asking();
  for (let attendee = 0; attendee < 1_000; attendee += 1) {
    const one = { ...given, attendee: `attendee-${attendee}` };
    deliveryStatus.received(one);
    deliveryStatus.settled(one, success([]));
    vi.advanceTimersByTime(5);
  }
  expect(told.length).toBeGreaterThan(5);
  expect(told.length).toBeLessThanOrEqual(12);
  vi.advanceTimersByTime(2_000);
  expect(told.at(-1)?.question).toMatchObject({ sent: 0, pending: 0 });
  expect(vi.getTimerCount()).toBe(0);
});
