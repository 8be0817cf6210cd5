import { Agent, createServer, get, type Server } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import { io as connect, type Socket as Client } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RequestLanes } from '../http/request-lanes.ts';
import { ShortConnections } from '../limits/short-connections.ts';
import type { Connection } from './connection.ts';
import { createSocketServer, type SocketServer } from './socket-server.ts';
import { BarePolling } from '../../test/integration/bare-polling.ts';
import { frame as maskedFrame, RawLine } from '../../test/integration/raw-websocket.ts';
import type { Identity } from './socket-types.ts';
import { Frame } from './ws-frame.ts';
import { BUSY } from '../../test/integration/busy.ts';

const identity: Identity = {
  ...{ code: '123456', role: 'attendee', attendee: 'a', isPresenter: false },
  ...{ newToken: null, deck: null, contents: [], page: null },
};

let http: Server;
let sockets: SocketServer;
let faults: unknown[];
let client: Client;
const left = vi.fn<() => void>();
const dispatch = vi.fn<(packet: readonly unknown[]) => void>();

beforeEach(async () => {
  faults = [];
  http = createServer();
  sockets = createSocketServer(http, {
    ...{ publicUrl: null, timeouts: { handshake: 10_000 } },
    requests: new RequestLanes(),
    onFault: (error) => faults.push(error),
  });
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  vi.restoreAllMocks();
  left.mockReset();
  dispatch.mockReset();
  client.disconnect();
  await sockets.io.close();
});

/** The next connection, as soon as it has joined as somebody. */
function nextJoined(as = identity): Promise<Connection> {
  return new Promise((found) => {
    sockets.io.on('connection', (socket) => {
      const one = sockets.connections.get(socket.conn);
      one?.join(socket, as, { dispatch, left });
      if (one !== undefined) found(one);
    });
  });
}

function address(): string {
  return `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
}

/** A connection that has joined, and all that its client is sent. */
async function joined(transport: 'websocket' | 'polling') {
  const connection = nextJoined();
  client = connect(address(), { transports: [transport], reconnection: false });
  const heard: unknown[] = [];
  client.onAny((event: string, number: unknown) => heard.push([event, number]));
  return { connection: await connection, heard };
}

/** The times that the bytes of a frame, made once for all who get it, were written as they are. */
function countWrites(frame: Frame): () => number {
  const write = vi.spyOn(Socket.prototype, 'write');
  return () => write.mock.calls.filter(([bytes]) => Object.is(bytes, frame.bytes)).length;
}

const frame = (number: number): Frame => Frame.event('tally', [number]);

describe('a connection that has joined', () => {
  it('[S12] writes all that waited for it at once', async () => {
    // Not of Node.js' documented interface: what reaches the system is in no event.
    const toSystem = vi.spyOn(Socket.prototype, '_writev' as 'write');
    sockets.io.on('connection', (socket) => {
      const one = sockets.connections.get(socket.conn);
      one?.join(socket, identity, { dispatch, left });
      for (const number of [1, 2, 3, 4]) one?.send(frame(number));
    });
    client = connect(address(), { transports: ['websocket'], reconnection: false });
    const heard: unknown[] = [];
    client.onAny((_: string, number: unknown) => heard.push(number));
    await vi.waitUntil(() => heard.length === 4, BUSY);
    expect(heard).toEqual([1, 2, 3, 4]);
    const texts = toSystem.mock.calls.map(([chunks]) =>
      (chunks as unknown as { chunk: Buffer }[]).map(({ chunk }) => String(chunk)).join(''),
    );
    expect(texts.filter((text) => text.includes('tally'))).toHaveLength(1);
  });

  it('[S12] writes the bytes of a frame to a WebSocket as they are, and encodes nothing anew', async () => {
    const { connection, heard } = await joined('websocket');
    const one = frame(1);
    const writes = countWrites(one);
    connection.send(one);
    await vi.waitUntil(() => heard.length === 1, BUSY);
    expect(heard).toEqual([['tally', 1]]);
    expect(writes()).toBe(1);
  });

  it('[S6] keeps the order of frames, also of those that wait for others to be written', async () => {
    const { connection, heard } = await joined('websocket');
    const frames = Array.from({ length: 50 }, (_, number) => frame(number));
    connection.send(...frames.slice(0, 10));
    for (const one of frames.slice(10)) connection.send(one);
    await vi.waitUntil(() => heard.length === 50, BUSY);
    expect(heard).toEqual(frames.map((_, number) => ['tally', number]));
  });

  it('[R5] sends the packet and not the frame where long polling carries it', async () => {
    const { connection, heard } = await joined('polling');
    const one = frame(1);
    const writes = countWrites(one);
    connection.send(one, frame(2));
    await vi.waitUntil(() => heard.length === 2, BUSY);
    expect(heard).toEqual([
      ['tally', 1],
      ['tally', 2],
    ]);
    expect(writes()).toBe(0);
  });

  it('[A7] is closed where it goes on sending and leaves a quarter of a megabyte unread', async () => {
    const found = nextJoined();
    client = connect(address(), { autoConnect: false });
    const line = await RawLine.webSocket(address());
    line.say(maskedFrame('40'));
    const connection = await found;
    line.socket.pause();
    // More than the buffers of the operating system take.
    connection.send(Frame.event('large', ['x'.repeat(20_000_000)]));
    line.say(maskedFrame('42["one"]'));
    await vi.waitUntil(() => connection.state.name === 'closing', BUSY);
    expect(connection.state).toEqual({ name: 'closing', reason: 'backpressure' });
    line.end();
  });

  it.each([
    ['an attendee', 'attendee', 256_000],
    ['a stage', 'stage', 4_000_000],
    ['a console', 'console', 4_000_000],
  ] as const)(
    '[A7] is closed where %s sends, and leaves more unread than may wait for it',
    async (_, role, most) => {
      const found = nextJoined({ ...identity, role });
      client = connect(address(), { autoConnect: false });
      const polling = await BarePolling.open(address());
      await polling.say(['40']);
      const connection = await found;
      connection.send(Frame.event('nearly', ['x'.repeat(most - 1_000)]));
      await polling.say(['3']);
      expect(connection.state.name).toBe('joined');
      connection.send(Frame.event('more', ['x'.repeat(1_000)]));
      await polling.say(['3']);
      expect(connection.state).toEqual({ name: 'closing', reason: 'backpressure' });
    },
  );

  it('[S11] notes a handler that throws, and handles the next message', async () => {
    await joined('websocket');
    dispatch.mockThrowOnce(new Error('a handler'));
    client.emit('one');
    client.emit('two');
    await vi.waitUntil(() => dispatch.mock.calls.length === 2, BUSY);
    expect(faults).toEqual([new Error('a handler')]);
    expect(client.connected).toBe(true);
  });

  it('[S11] notes a farewell that throws, and is gone all the same', async () => {
    const { connection } = await joined('websocket');
    left.mockThrow(new Error('a farewell'));
    client.disconnect();
    await vi.waitUntil(() => sockets.connections.size === 0, BUSY);
    expect(faults).toEqual([new Error('a farewell')]);
    expect(connection.state).toEqual({ name: 'closing', reason: 'gone' });
  });

  it('sends nothing, and may join again, after its client has left the session and not the server', async () => {
    const { connection, heard } = await joined('websocket');
    // A packet of Socket.IO's own: to leave a namespace.
    client.io.engine.write('1');
    await vi.waitUntil(() => left.mock.calls.length === 1, BUSY);
    expect(connection.state).toEqual({ name: 'pending', entry: null });
    connection.send(frame(1));
    expect(connection.beginEntry()).toBe(true);
    expect(heard).toEqual([]);
  });

  it.each([
    ['taken-over', 'io server disconnect'],
    ['session-reloaded', 'transport close'],
    ['flood', 'transport close'],
  ] as const)('tells its client, closed as %s, whether to come back: %s', async (reason, told) => {
    const { connection } = await joined('websocket');
    const gone = new Promise((lost) => client.once('disconnect', lost));
    connection.close(reason);
    expect(await gone).toBe(told);
    expect(connection.state).toEqual({ name: 'closing', reason });
    expect(left).toHaveBeenCalledOnce();
  });
});

/** Opens a connection by long polling that joins no session. */
function openByPolling(agent: Agent): Promise<void> {
  return new Promise((done) => {
    get(`${address()}/socket.io/?EIO=4&transport=polling`, { agent }, (response) => {
      response.resume().once('end', done);
    });
  });
}

it('[A7] a connection that ends soon is counted as short, unless the server closed it to make room', async () => {
  const ended = vi.spyOn(ShortConnections.prototype, 'ended');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let n = 0; n < 8; n += 1) await openByPolling(agent);
  expect(sockets.connections.size).toBe(6);
  expect(ended).not.toHaveBeenCalled();
  agent.destroy();
  await joined('websocket');
  client.disconnect();
  await vi.waitUntil(() => ended.mock.calls.length === 1, BUSY);
});
