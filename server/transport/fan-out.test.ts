import { describe, expect, it, vi } from 'vitest';
import type { PlenarySocket } from './socket-types.ts';
import { Frame } from './ws-frame.ts';
import { FanOut } from './fan-out.ts';

const WRITE_MS = 0.05;

/** Phones whose connections take their time, and what each was sent. */
function crowd(size: number): { sockets: PlenarySocket[]; sent: string[][] } {
  const sent = Array.from({ length: size }, (): string[] => []);
  const sockets = sent.map((packets) => {
    const write = (packet: string): void => {
      const until = performance.now() + WRITE_MS;
      while (performance.now() < until);
      packets.push(packet);
    };
    // As much of a socket as is written to.
    const conn = { writeBuffer: [], transport: {}, write };
    return { conn, connected: true } as unknown as PlenarySocket;
  });
  return { sockets, sent };
}

const one = Frame.event('one', []);
const two = Frame.event('two', []);

describe('[S5] writing to a crowd', () => {
  it('lets others have their turn in between', async () => {
    const { sockets, sent } = crowd(2_000);
    const fanOut = new FanOut(() => undefined);
    fanOut.send(sockets, one);
    await new Promise((turn) => setImmediate(turn));
    const written = sent.filter((packets) => packets.length > 0).length;
    expect(written).toBeGreaterThan(0);
    expect(written).toBeLessThan(2_000);
    await vi.waitUntil(() => !fanOut.isBusy);
    expect(sent.every((packets) => packets.length === 1)).toBe(true);
  });

  it('keeps the order for each, and says when all is written', async () => {
    const { sockets, sent } = crowd(300);
    const whenDone = vi.fn<() => void>();
    const fanOut = new FanOut(whenDone);
    fanOut.send(sockets, one);
    fanOut.send(sockets, two);
    expect(whenDone).not.toHaveBeenCalled();
    await vi.waitUntil(() => whenDone.mock.calls.length > 0);
    expect(fanOut.isBusy).toBe(false);
    expect(sent.every((packets) => packets.join() === `${one.packet},${two.packet}`)).toBe(true);
  });

  it('leaves out who has gone meanwhile, and stops when it is told to', async () => {
    const { sockets, sent } = crowd(1_000);
    const fanOut = new FanOut(() => undefined);
    fanOut.send(sockets, one);
    for (const socket of sockets.slice(500)) Reflect.set(socket, 'connected', false);
    await vi.waitUntil(() => !fanOut.isBusy);
    expect(sent.slice(500).every((packets) => packets.length === 0)).toBe(true);
    fanOut.send(sockets, two);
    fanOut.stop();
    await new Promise((turn) => setImmediate(turn));
    expect(sent[499]).toEqual([one.packet]);
  });
});
