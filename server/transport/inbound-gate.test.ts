import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WebSocket } from 'ws';
import { frame, opcode } from '../../test/integration/raw-websocket.ts';
import { FairLane } from '../limits/fair-lane.ts';
import { INBOUND } from '../limits/inbound-throttle.ts';
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
  const socket = Object.assign(new EventEmitter(), { terminate: vi.fn<() => void>() });
  const receiver = new Receiver(size, () => socket.emit(kind));
  // As much of a WebSocket as a gate uses.
  void new InboundGate(
    Object.assign(socket, { _receiver: receiver }) as unknown as WebSocket,
    lane,
    kept,
  );
  const drained = vi.fn<() => void>();
  receiver.on('drain', drained);
  return { socket, receiver, drained };
}

describe('[A7] the gate before a WebSocket', () => {
  it('lets single frames pass at once, as a phone sends them', () => {
    const { receiver } = gated(new FairLane(INBOUND));
    for (let second = 0; second < 60; second += 1) {
      expect(receiver.write(answer)).toBe(true);
      expect(receiver.frames).toBe(second + 1);
      vi.advanceTimersByTime(SECOND);
    }
  });

  it('lets a burst pass whole, in its order, as after a tunnel', async () => {
    const { receiver, drained } = gated(new FairLane(INBOUND));
    const burst = Buffer.concat(Array.from({ length: 12 }, () => answer));
    expect(receiver.write(burst)).toBe(false);
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(receiver.bytes).toBe(burst.length);
    expect(drained).toHaveBeenCalledOnce();
    expect(receiver.write(answer)).toBe(true);
  });

  it.each([10, 50, 150])('lets %i flooders have the same few messages together', async (many) => {
    const lane = new FairLane(INBOUND);
    const flooders = Array.from({ length: many }, () => gated(lane));
    const frames = (): number => flooders.reduce((sum, { receiver }) => sum + receiver.frames, 0);
    for (const { receiver } of flooders) expect(receiver.write(read)).toBe(false);
    expect(frames()).toBe(0);
    await vi.advanceTimersByTimeAsync(10);
    expect(frames()).toBeLessThan(300);
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(frames()).toBeGreaterThan(300);
    expect(frames()).toBeLessThan(900);
    const counts = flooders.map(({ receiver }) => receiver.bytes);
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(256);
  });

  it('lets a phone pass at once beside flooders', async () => {
    const lane = new FairLane(INBOUND);
    for (let n = 0; n < 150; n += 1) gated(lane).receiver.write(read);
    await vi.advanceTimersByTimeAsync(SECOND);
    const { receiver } = gated(lane);
    receiver.write(answer);
    expect(receiver.frames).toBe(1);
  });

  it('lets nothing pass for ten seconds after 400 frames', async () => {
    const { receiver } = gated(new FairLane(INBOUND));
    receiver.write(read);
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    const before = receiver.frames;
    expect(before).toBeGreaterThanOrEqual(400);
    expect(before).toBeLessThan(500);
    receiver.write(answer);
    await vi.advanceTimersByTimeAsync(4 * SECOND);
    expect(receiver.frames).toBe(before);
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    expect(receiver.frames).toBeGreaterThan(before);
  });

  it('ends a WebSocket that sends more than twenty pings at once', async () => {
    const ping = frame('', { code: opcode.ping });
    const { socket, receiver } = gated(new FairLane(INBOUND), ping.length, 'ping');
    receiver.write(Buffer.concat(Array.from({ length: 100 }, () => ping)));
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(socket.terminate).toHaveBeenCalled();
  });

  it('drops what waits once the WebSocket reads no more', async () => {
    const { receiver } = gated(new FairLane(INBOUND));
    receiver.write(read);
    receiver.end();
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(receiver.bytes).toBe(0);
  });

  it('ends the connection that has most, where bytes wait or messages are unfinished for too many', async () => {
    const lane = new FairLane(INBOUND);
    const kept = new KeptBytes(4 * READ_BYTES);
    const half = frame('x'.repeat(READ_BYTES)).subarray(0, READ_BYTES / 2);
    const flooders = Array.from({ length: 20 }, (_, n) =>
      gated(lane, n % 2 === 0 ? answer.length : READ_BYTES, 'message', kept),
    );
    const phone = gated(lane, answer.length, 'message', kept);
    for (const [n, { receiver }] of flooders.entries()) receiver.write(n % 2 === 0 ? read : half);
    phone.receiver.write(answer);
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(kept.sum).toBeLessThanOrEqual(4 * READ_BYTES);
    const ended = flooders.filter(({ socket }) => socket.terminate.mock.calls.length > 0);
    expect(ended.length).toBeGreaterThanOrEqual(10);
    expect(phone.socket.terminate).not.toHaveBeenCalled();
    expect(phone.receiver.frames).toBe(1);
  });

  it('keeps nothing for a connection that has ended', async () => {
    const kept = new KeptBytes(MANY);
    const { socket, receiver } = gated(new FairLane(INBOUND), answer.length, 'message', kept);
    receiver.write(read);
    await vi.advanceTimersByTimeAsync(SECOND);
    expect(kept.sum).toBeGreaterThan(0);
    socket.emit('close');
    expect(kept.sum).toBe(0);
  });
});
