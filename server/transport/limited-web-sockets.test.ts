import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { frame } from '../../test/integration/raw-websocket.ts';
import { MOST_KEPT_BYTES } from '../limits/inbound-rates.ts';
import { LimitedWebSockets } from './limited-web-sockets.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const SECOND = 1_000;
const READ_BYTES = 65_536;
const message = frame('42["nonsense",{"wants":"no answer"}]');
const read = Buffer.concat(Array.from({ length: READ_BYTES / message.length }, () => message));

/** A server of WebSockets, the times at which it was given messages, and a way to open one more. */
function opened() {
  const server = new LimitedWebSockets({ noServer: true, clientTracking: false });
  const heardAt: number[] = [];
  const open = () => {
    const tcp = new Duplex({ read: () => undefined, write: (_bytes, _encoding, done) => done() });
    const request = Object.assign(new IncomingMessage(new Socket()), {
      method: 'GET',
      headers: {
        ...{ upgrade: 'websocket', 'sec-websocket-version': '13' },
        'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      },
    });
    server.handleUpgrade(request, tcp, Buffer.alloc(0), (socket) => {
      socket.on('message', () => heardAt.push(performance.now()));
      socket.on('error', () => undefined);
    });
    const arrive = async (bytes: Buffer): Promise<void> => {
      // A copy: ws removes the mask in place.
      tcp.push(Buffer.from(bytes));
      await nextTicks();
    };
    return { tcp, arrive };
  };
  return { heardAt, open };
}

/** Resolves after the turns in which a stream hands on what has arrived. */
async function nextTicks(): Promise<void> {
  for (let n = 0; n < 3; n += 1) await new Promise((done) => process.nextTick(done));
}

describe('[A7] the WebSockets of a server', () => {
  it('have the same few messages together, however many of them flood', async () => {
    const { heardAt, open } = opened();
    for (let n = 0; n < 50; n += 1) await open().arrive(read);
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    expect(heardAt.length).toBeGreaterThan(100);
    expect(heardAt.length).toBeLessThan(900);
  });

  it('have what they flood handled in few moments, so that one commit records it', async () => {
    const { heardAt, open } = opened();
    for (let n = 0; n < 50; n += 1) await open().arrive(read);
    await vi.advanceTimersByTimeAsync(5 * SECOND);
    expect(new Set(heardAt).size).toBeLessThanOrEqual(51);
  });

  it('are ended, those that have sent most, where all of them together have sent too much', async () => {
    const { open } = opened();
    const phone = open();
    await phone.arrive(message);
    const flooders = Array.from({ length: 250 }, open);
    for (const { arrive } of flooders) await arrive(read);
    const kept = flooders.filter(({ tcp }) => !tcp.destroyed);
    const bytes = kept.reduce((sum, { tcp }) => sum + tcp.readableLength, 0);
    expect(bytes).toBeLessThanOrEqual(MOST_KEPT_BYTES);
    // A flooder within the limit is not read for a while: ended, it would be back at once.
    expect(kept.length).toBeGreaterThan(150);
    expect(phone.tcp.destroyed).toBe(false);
  });

  it('are ended where one frame arrives in hundreds of pieces', async () => {
    const { open } = opened();
    const { tcp, arrive } = open();
    const large = frame('x'.repeat(1_000));
    for (const byte of large) {
      await arrive(Buffer.from([byte]));
      await vi.advanceTimersByTimeAsync(SECOND);
      if (tcp.destroyed) break;
    }
    expect(tcp.destroyed).toBe(true);
  });
});
