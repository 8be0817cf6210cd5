import { EventEmitter } from 'node:events';
import { Duplex, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { frame, opcode } from '../../test/integration/raw-websocket.ts';
import { FairLane } from '../limits/fair-lane.ts';
import { INBOUND } from '../limits/inbound-rates.ts';
import { KeptBytes } from '../limits/kept-bytes.ts';
import { InboundGate } from './inbound-gate.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SECOND = 1_000;
const MANY = 100_000_000;
const READ_BYTES = 65_536;
const answer = frame('427["answer:give",{"activity":"tea","answer":{"choices":[0],"other":null}}]');
const read = Buffer.concat(Array.from({ length: READ_BYTES / answer.length }, () => answer));

/** Frames of one length in a row, counted as ws would parse them. */
class Receiver extends Writable {
  bytes = 0;
  frames = 0;

  constructor(
    readonly size: number,
    readonly parsed: () => void,
  ) {
    super();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.bytes += chunk.length;
    while (this.frames < Math.floor(this.bytes / this.size)) {
      this.frames += 1;
      this.parsed();
    }
    done();
  }
}

/** A gate in front of a WebSocket whose frames are of one kind and size. */
function gated(
  lane: FairLane,
  size = answer.length,
  kind: 'message' | 'ping' = 'message',
  kept = new KeptBytes(MANY),
) {
  const tcp = new Duplex({ read: () => undefined, write: (_bytes, _encoding, done) => done() });
  const terminate = vi.fn<() => void>(() => void tcp.destroy());
  const socket = Object.assign(new EventEmitter(), { terminate });
  const receiver = new Receiver(size, () => socket.emit(kind));
  // As much of a WebSocket as a gate uses.
  void new InboundGate(
    Object.assign(socket, { _receiver: receiver }) as unknown as WebSocket,
    tcp,
    lane,
    kept,
  );
  // The same two lines as in ws.
  tcp.on('data', (bytes: Buffer) => void (receiver.write(bytes) || tcp.pause()));
  receiver.on('drain', () => tcp.resume());
  const arrive = async (bytes: Buffer): Promise<void> => {
    tcp.push(bytes);
    await nextTicks();
  };
  return { tcp, terminate, receiver, arrive };
}

/** Resolves after the turns in which a stream hands on what has arrived. */
async function nextTicks(): Promise<void> {
  for (let n = 0; n < 3; n += 1) await new Promise((done) => process.nextTick(done));
}

describe('[A7] the gate before a WebSocket', () => {
  it('lets single frames pass at once, as a phone sends them', async () => {
    const { receiver, arrive } = gated(new FairLane(INBOUND));
    for (let second = 0; second < 60; second += 1) {
      await arrive(answer);
      expect(receiver.frames).toBe(second + 1);
      vi.advanceTimersByTime(SECOND);
    }
  });

  it('lets a hall come back and send all answers that waited, mostly together, beside flooders', async () => {
    const lane = new FairLane(INBOUND);
    for (let n = 0; n < 150; n += 1) await gated(lane).arrive(read);
    await vi.advanceTimersByTimeAsync(SECOND);
    for (let n = 0; n < 300; n += 1) {
      const { receiver, arrive } = gated(lane);
      await arrive(answer);
      await arrive(answer);
      await arrive(Buffer.concat(Array.from({ length: 8 }, () => answer)));
      expect(receiver.frames).toBe(10);
    }
  });

  it('lets a burst pass whole, in its order, as after a tunnel', async () => {
    const { receiver, arrive } = gated(new FairLane(INBOUND));
    const burst = Buffer.concat(Array.from({ length: 12 }, () => answer));
    await arrive(burst);
    expect(receiver.frames).toBe(0);
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(receiver.bytes).toBe(burst.length);
    await arrive(answer);
    expect(receiver.frames).toBe(13);
  });

  it.each([10, 50, 150])('lets %i flooders have the same few messages together', async (many) => {
    const lane = new FairLane(INBOUND);
    const flooders = Array.from({ length: many }, () => gated(lane));
    const frames = (): number => flooders.reduce((sum, { receiver }) => sum + receiver.frames, 0);
    for (const { arrive } of flooders) await arrive(read);
    expect(frames()).toBe(0);
    await vi.advanceTimersByTimeAsync(10);
    expect(frames()).toBeLessThan(100);
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    expect(frames()).toBeGreaterThan(100);
    expect(frames()).toBeLessThan(900);
    const counts = flooders.map(({ receiver }) => receiver.bytes);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(256);
  });

  it('lets a phone pass at once beside flooders', async () => {
    const lane = new FairLane(INBOUND);
    for (let n = 0; n < 150; n += 1) await gated(lane).arrive(read);
    await vi.advanceTimersByTimeAsync(SECOND);
    const { receiver, arrive } = gated(lane);
    await arrive(answer);
    expect(receiver.frames).toBe(1);
  });

  it('lets ten frames that come one by one or together pass at once, and the others in their turn', async () => {
    const lane = new FairLane(INBOUND);
    const [oneByOne, together] = [gated(lane), gated(lane)];
    for (let n = 0; n < 100; n += 1) await oneByOne.arrive(answer);
    const eight = Buffer.concat(Array.from({ length: 8 }, () => answer));
    for (let n = 0; n < 10; n += 1) await together.arrive(eight);
    expect(oneByOne.receiver.frames).toBe(10);
    expect(together.receiver.frames).toBe(16);
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    expect(oneByOne.receiver.frames).toBe(100);
  });

  it('lets a large message pass in its turn, and others before all of it', async () => {
    const large = frame('x'.repeat(30_000));
    const lane = new FairLane(INBOUND);
    const [sender, other] = [gated(lane, large.length), gated(lane)];
    await sender.arrive(large);
    expect(sender.receiver.bytes).toBe(0);
    await other.arrive(Buffer.concat(Array.from({ length: 12 }, () => answer)));
    await vi.waitUntil(() => other.receiver.frames === 12);
    expect(sender.receiver.frames).toBe(0);
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(sender.receiver.frames).toBe(1);
  });

  it.each([10, 150])('lets %i that send large messages have the same few bytes', async (many) => {
    const lane = new FairLane(INBOUND);
    const senders = Array.from({ length: many }, () => gated(lane, READ_BYTES));
    for (const { arrive } of senders) await arrive(read);
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    const bytes = senders.reduce((sum, { receiver }) => sum + receiver.bytes, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(350_000);
  });

  it('lets many that ping have as few pings together as they would have messages', async () => {
    const lane = new FairLane(INBOUND);
    const ping = frame('', { code: opcode.ping });
    const senders = Array.from({ length: 150 }, () => gated(lane, ping.length, 'ping'));
    for (const { arrive } of senders) {
      await arrive(Buffer.concat(Array.from({ length: 20 }, () => ping)));
    }
    await vi.advanceTimersByTimeAsync(SECOND);
    const pings = senders.reduce((sum, { receiver }) => sum + receiver.frames, 0);
    expect(pings).toBeLessThan(150);
  });

  it('lets nothing pass for ten seconds after 400 frames', async () => {
    const { receiver, arrive } = gated(new FairLane({ atOnce: 2_500, perSecond: 2_500 }));
    await arrive(read);
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    const before = receiver.frames;
    expect(before).toBeGreaterThanOrEqual(400);
    expect(before).toBeLessThan(500);
    await arrive(answer);
    await vi.advanceTimersByTimeAsync(4 * SECOND);
    expect(receiver.frames).toBe(before);
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    expect(receiver.frames).toBeGreaterThan(before);
  });

  it('lets nothing pass for ten seconds after 128,000 bytes', async () => {
    const { receiver, arrive } = gated(
      new FairLane({ atOnce: 2_500, perSecond: 2_500 }),
      READ_BYTES,
    );
    for (let n = 0; n < 5; n += 1) await arrive(read);
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    const before = receiver.bytes;
    expect(before).toBeGreaterThanOrEqual(128_000);
    expect(before).toBeLessThan(160_000);
    await vi.advanceTimersByTimeAsync(4 * SECOND);
    expect(receiver.bytes).toBe(before);
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    expect(receiver.bytes).toBeGreaterThan(before);
  });

  it.each([10, 150])('lets %i that are read again in one moment share as before', async (many) => {
    const rate = { atOnce: MANY, perSecond: MANY };
    const lane = new FairLane(rate);
    const flooders = Array.from({ length: many }, () => gated(lane));
    const frames = (): number => flooders.reduce((sum, { receiver }) => sum + receiver.frames, 0);
    for (const { arrive } of flooders) await arrive(read);
    await vi.advanceTimersByTimeAsync(9 * SECOND);
    const before = frames();
    expect(before).toBeGreaterThanOrEqual(400 * many);
    // So quick that all are held back in one moment; from here on it is the usual one.
    Object.assign(rate, INBOUND);
    await vi.advanceTimersByTimeAsync(1.1 * SECOND);
    expect(frames()).toBeGreaterThan(before);
    expect(frames()).toBeLessThan(before + 100);
  });

  it('reads no more from TCP while what has arrived waits for its turn', async () => {
    const { tcp, arrive } = gated(new FairLane(INBOUND));
    await arrive(read);
    expect(tcp.push(read)).toBe(false);
  });

  it('ends a WebSocket that sends more than twenty pings at once', async () => {
    const ping = frame('', { code: opcode.ping });
    const { terminate, arrive } = gated(new FairLane(INBOUND), ping.length, 'ping');
    await arrive(Buffer.concat(Array.from({ length: 100 }, () => ping)));
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(terminate).toHaveBeenCalled();
  });

  it('passes nothing on once the connection has ended', async () => {
    const { tcp, receiver, arrive } = gated(new FairLane(INBOUND));
    await arrive(read);
    tcp.destroy();
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(receiver.bytes).toBe(0);
  });

  it('ends the connection that has most, where bytes wait or messages are unfinished for too many', async () => {
    const lane = new FairLane({ atOnce: 2_500, perSecond: 2_500 });
    const kept = new KeptBytes(4 * READ_BYTES);
    const half = frame('x'.repeat(READ_BYTES)).subarray(0, READ_BYTES / 2);
    const flooders = Array.from({ length: 20 }, (_, n) =>
      gated(lane, n % 2 === 0 ? answer.length : READ_BYTES, 'message', kept),
    );
    const phone = gated(lane, answer.length, 'message', kept);
    for (const [n, { arrive }] of flooders.entries()) await arrive(n % 2 === 0 ? read : half);
    await phone.arrive(answer);
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(kept.sum).toBeLessThanOrEqual(4 * READ_BYTES);
    const ended = flooders.filter(({ terminate }) => terminate.mock.calls.length > 0);
    expect(ended.length).toBeGreaterThanOrEqual(10);
    expect(phone.terminate).not.toHaveBeenCalled();
    expect(phone.receiver.frames).toBe(1);
  });

  it('keeps what it has passed on of a message until that is whole', async () => {
    const kept = new KeptBytes(MANY);
    const { receiver, arrive } = gated(new FairLane(INBOUND), READ_BYTES, 'message', kept);
    const half = read.subarray(0, READ_BYTES / 2);
    await arrive(half);
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(receiver.bytes).toBe(half.length);
    expect(kept.sum).toBe(half.length);
    await arrive(half);
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(receiver.frames).toBe(1);
    expect(kept.sum).toBe(0);
  });

  it('keeps nothing for a connection that has ended', async () => {
    const kept = new KeptBytes(MANY);
    const { tcp, arrive } = gated(new FairLane(INBOUND), answer.length, 'message', kept);
    await arrive(read);
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(kept.sum).toBeGreaterThan(0);
    tcp.destroy();
    await vi.advanceTimersByTimeAsync(0);
    expect(kept.sum).toBe(0);
  });
});
