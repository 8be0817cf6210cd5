import { describe, expect, it, vi } from 'vitest';
import { JoinedConnection } from '../../test/fixtures/joined-connection.ts';
import { Frame } from './ws-frame.ts';
import { FanOut } from './fan-out.ts';
import { BUSY } from '../../test/integration/busy.ts';

const WRITE_MS = 0.05;

/** Phones whose connections take their time, and the packets that each was sent. */
function crowd(size: number): { phones: JoinedConnection[]; sent: string[][] } {
  const phones = Array.from({ length: size }, () =>
    JoinedConnection.as({}, () => {
      const until = performance.now() + WRITE_MS;
      while (performance.now() < until);
    }),
  );
  return { phones, sent: phones.map(({ sent }) => sent) };
}

const fail = (error: unknown): never => {
  throw error;
};
const one = Frame.event('one', []);
const two = Frame.event('two', []);

describe('[S5] writing to a crowd', () => {
  it('lets others have their turn in between', async () => {
    const { phones, sent } = crowd(2_000);
    const fanOut = new FanOut(() => undefined, fail);
    fanOut.send(phones, one);
    await new Promise((turn) => setImmediate(turn));
    const written = sent.filter((packets) => packets.length > 0).length;
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(2_000);
    await vi.waitUntil(() => !fanOut.isBusy, BUSY);
    expect(sent.every((packets) => packets.length === 1)).toBe(true);
  });

  it('keeps the order for each, and says when all is written', async () => {
    const { phones, sent } = crowd(300);
    const whenDone = vi.fn<() => void>();
    const fanOut = new FanOut(whenDone, fail);
    fanOut.send(phones, one);
    fanOut.send(phones, two);
    expect(whenDone).not.toHaveBeenCalled();
    await vi.waitUntil(() => whenDone.mock.calls.length > 0, BUSY);
    expect(fanOut.isBusy).toBe(false);
    expect(sent.every((packets) => packets.join() === `${one.packet},${two.packet}`)).toBe(true);
  });

  it('leaves out those who have gone meanwhile, and stops when it is told to', async () => {
    const { phones, sent } = crowd(1_000);
    const fanOut = new FanOut(() => undefined, fail);
    fanOut.send(phones, one);
    for (const phone of phones.slice(500)) phone.disconnect();
    await vi.waitUntil(() => !fanOut.isBusy, BUSY);
    expect(sent.slice(500).every((packets) => packets.length === 0)).toBe(true);
    fanOut.send(phones, two);
    fanOut.stop();
    await new Promise((turn) => setImmediate(turn));
    expect(sent[499]).toEqual([one.packet]);
  });

  it('notes a connection that throws, and writes to all others', async () => {
    const { phones, sent } = crowd(10);
    const [first] = phones;
    if (first !== undefined) vi.spyOn(first, 'send').mockThrow(new Error('a fault'));
    const faults: unknown[] = [];
    const fanOut = new FanOut(
      () => undefined,
      (error) => faults.push(error),
    );
    fanOut.send(phones, one);
    await vi.waitUntil(() => !fanOut.isBusy, BUSY);
    expect(faults).toEqual([new Error('a fault')]);
    expect(sent.map((packets) => packets.length)).toEqual([0, ...Array(9).fill(1)]);
  });
});
