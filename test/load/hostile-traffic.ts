import { Agent, request } from 'node:http';
import { BarePolling } from '../integration/bare-polling.ts';
import { frame, joining, opcode, RawLine } from '../integration/raw-websocket.ts';

/** Sends traffic of one kind as fast as the server takes it, until it is aborted. */
type Traffic = (target: Target, signal: AbortSignal) => Promise<void>;

interface Target {
  readonly url: string;
  readonly code: string;
}

const repeated = (bytes: Buffer, times: number): Buffer =>
  Buffer.concat(Array.from({ length: times }, () => bytes));

const controls = repeated(frame('x'.repeat(125), { code: opcode.ping }), 400);
const empty = repeated(frame('', { code: opcode.ping }), 8_000);
const noops = repeated(frame('6'), 8_000);
const messages = repeated(frame('427["nonsense",{"wants":"an answer"}]'), 1_000);
const large = repeated(frame(`42["nonsense",${JSON.stringify(object(30_000))}]`), 4);

function object(bytes: number): Record<string, number> {
  const names = Array.from({ length: bytes / 10 }, (_, at) => [`n${at}`, 1] as const);
  return Object.fromEntries(names);
}

/** Writes without reading, on one connection after the other. */
const writing =
  (bytes: Buffer, joins: boolean): Traffic =>
  async ({ url, code }, signal) => {
    while (!signal.aborted) {
      const line = joins ? await RawLine.attendee(url, code) : await RawLine.webSocket(url);
      line.isRude = true;
      line.socket.pause();
      const end = (): void => line.end();
      signal.addEventListener('abort', end, { once: true });
      while (!signal.aborted && (await line.sayMore(bytes)));
      signal.removeEventListener('abort', end);
      line.end();
    }
  };

/** Requests one after the other over one TCP connection. */
const requesting =
  (path: string, method = 'GET', body = ''): Traffic =>
  async ({ url }, signal) => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    while (!signal.aborted) {
      await new Promise<void>((done) => {
        request(`${url}${path}`, { agent, method }, (response) => {
          response.resume().once('close', done);
        })
          .once('error', () => done())
          .end(body);
      });
    }
    agent.destroy();
  };

/** Joins, leaves, and joins again. */
const joiningAgain: Traffic = async ({ url, code }, signal) => {
  while (!signal.aborted) {
    const line = await RawLine.attendee(url, code).catch(() => null);
    line?.end();
  }
};

/** Posts as many packets as fit, by long polling. */
const polling: Traffic = async ({ url, code }, signal) => {
  while (!signal.aborted) {
    const one = await BarePolling.open(url);
    await one.say([joining(code)]);
    while (!signal.aborted && (await one.post('6\u001e'.repeat(15_000) + '6')) === 200);
  }
};

/** Every kind of traffic with which one client could take the server from the others. */
export const hostileTraffic = {
  'pings that nobody reads': writing(controls, false),
  'empty pings': writing(empty, true),
  'empty frames': writing(noops, true),
  'messages that are answered and never read': writing(messages, true),
  'large messages': writing(large, true),
  'large messages at the door': writing(large, false),
  'ids of long polling': requesting('/socket.io/?EIO=4&transport=polling'),
  'packets by long polling': polling,
  'joins over and over': joiningAgain,
  pages: requesting('/j/123456'),
  'unknown pages': requesting('/nowhere'),
  'wrong keys': requesting('/api/v1/sign-in', 'POST', '{"key":"wrong"}'),
} as const satisfies Record<string, Traffic>;

export type HostileTraffic = keyof typeof hostileTraffic;

/** Starts so many clients that send one kind of traffic. */
export function startHostileTraffic(
  kind: HostileTraffic,
  target: Target,
  clients: number,
): { stop(): Promise<void> } {
  const ended = new AbortController();
  const traffic = Array.from({ length: clients }, () =>
    hostileTraffic[kind](target, ended.signal).catch(() => undefined),
  );
  return {
    async stop() {
      ended.abort();
      await Promise.all(traffic);
    },
  };
}
