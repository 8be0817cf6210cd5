import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Caller } from '../auth/caller.ts';
import { Connection, type EngineSocket } from '../transport/connection.ts';
import { PendingConnections } from './pending-connections.ts';

/** A connection that has not said who it is. */
class Stranger {
  isOpen = true;

  readonly caller: Caller;

  constructor(
    readonly pendingConnections: PendingConnections,
    address = '192.0.2.1',
    readonly openedBy: object | null = null,
  ) {
    this.caller = { address, presenterCookie: undefined };
    pendingConnections.add(this);
  }

  close(): void {
    this.isOpen = false;
    this.pendingConnections.remove(this);
  }
}

describe('pending connections', () => {
  it('[A7] are closed, the oldest first, where there are too many', () => {
    const pendingConnections = new PendingConnections(1_000, 3);
    const strangers = Array.from({ length: 5 }, () => new Stranger(pendingConnections));
    expect(strangers.map(({ isOpen }) => isOpen)).toEqual([false, false, true, true, true]);
  });

  it('[A7] make room for others when they join or end, and nobody who has joined is closed', () => {
    const pendingConnections = new PendingConnections(1_000, 2);
    const identity = new Stranger(pendingConnections);
    pendingConnections.remove(identity);
    const gone = new Stranger(pendingConnections);
    gone.close();
    const strangers = Array.from({ length: 2 }, () => new Stranger(pendingConnections));
    expect([identity, ...strangers].every(({ isOpen }) => isOpen)).toBe(true);
  });

  it('[A7] go first where they never came back with their id, as long as these are more', () => {
    const pendingConnections = new PendingConnections(1_000, 4);
    const phone = new Stranger(pendingConnections);
    pendingConnections.heard(phone);
    const strangers = Array.from({ length: 5 }, () => new Stranger(pendingConnections));
    expect(phone.isOpen).toBe(true);
    expect(strangers.map(({ isOpen }) => isOpen)).toEqual([false, false, true, true, true]);
    for (const stranger of strangers) pendingConnections.heard(stranger);
    expect(new Stranger(pendingConnections).isOpen).toBe(true);
    expect(phone.isOpen).toBe(false);
  });

  it('[A7] are closed at the address that has most of them: a phone elsewhere has time to come back', () => {
    const pendingConnections = new PendingConnections(1_000, 100);
    const phone = new Stranger(pendingConnections, '198.51.100.7');
    const late = Array.from({ length: 1_000 }, (_, n) => {
      const stranger = new Stranger(pendingConnections);
      return n % 300 === 0 ? new Stranger(pendingConnections, '198.51.100.8') : stranger;
    }).filter(({ caller }) => caller.address === '198.51.100.8');
    expect([phone, ...late].every(({ isOpen }) => isOpen)).toBe(true);
  });

  it('[A7] are closed the oldest first where each has an address of its own: a hall has time to come back', () => {
    const pendingConnections = new PendingConnections(1_000, 100);
    const others = (many: number): Stranger[] =>
      Array.from({ length: many }, (_, n) => new Stranger(pendingConnections, `203.0.113.${n}`));
    const before = others(90);
    const hall = Array.from({ length: 10 }, () => new Stranger(pendingConnections));
    for (const phone of hall.slice(5)) pendingConnections.heard(phone);
    others(90);
    expect(hall.every(({ isOpen }) => isOpen)).toBe(true);
    expect(before.some(({ isOpen }) => isOpen)).toBe(false);
  });

  it('[A7] go first where they never came back also where each has an address of its own', () => {
    const pendingConnections = new PendingConnections(1_000, 10);
    const from = (network: string, many: number): Stranger[] =>
      Array.from({ length: many }, (_, n) => new Stranger(pendingConnections, `${network}.${n}`));
    const phones = from('198.51.100', 4);
    for (const phone of phones) pendingConnections.heard(phone);
    const strangers = from('203.0.113', 10);
    expect(phones.every(({ isOpen }) => isOpen)).toBe(true);
    for (const stranger of strangers) pendingConnections.heard(stranger);
    expect(new Stranger(pendingConnections, '192.0.2.2').isOpen).toBe(true);
    expect(phones.map(({ isOpen }) => isOpen)).toEqual([false, true, true, true]);
  });

  it('[A7] are few of one TCP connection, over which a page has been loaded again and again', () => {
    const pendingConnections = new PendingConnections(1_000);
    const [tcp, other] = [{}, {}];
    const open = (by: object | null): Stranger => new Stranger(pendingConnections, '192.0.2.1', by);
    const elsewhere = [open(other), ...Array.from({ length: 20 }, () => open(null))];
    const flood = Array.from({ length: 20 }, () => open(tcp));
    expect(flood.map(({ isOpen }) => isOpen)).toEqual(flood.map((_, nth) => nth >= 14));
    expect(elsewhere.every(({ isOpen }) => isOpen)).toBe(true);
    flood.at(-1)?.close();
    open(tcp);
    expect(flood[14]?.isOpen).toBe(true);
  });

  it('[A15] are forgotten with their address once they are gone', () => {
    const pendingConnections = new PendingConnections(1_000);
    for (const stranger of [new Stranger(pendingConnections), new Stranger(pendingConnections)]) {
      stranger.close();
    }
    expect(pendingConnections.addresses).toBe(0);
  });
});

const deps = {
  onFault(error: unknown) {
    throw error;
  },
  closed: () => undefined,
};

/** A client's connection, opened by long polling over a TCP connection. */
function openOver(tcp: object, pending: PendingConnections, headers = {}) {
  const engine = Object.assign(new EventEmitter(), {
    ...{ readyState: 'open', writeBuffer: [], transport: { name: 'polling' } },
    request: { headers, socket: tcp },
    close: () => void engine.emit('close'),
  });
  // As much of Engine.IO's socket as a connection uses.
  const connection = new Connection(engine as unknown as EngineSocket, { ...deps, pending });
  return { engine, connection };
}

const reasons = (opened: readonly { readonly connection: Connection }[]) =>
  opened.map(({ connection }) => connection.closedFor);

describe('connections of clients, as long as they are pending,', () => {
  it('[A7] have come back with their id once they have sent a packet', () => {
    const pending = new PendingConnections(1_000, 4);
    const phone = openOver({}, pending);
    phone.engine.emit('packet');
    const strangers = Array.from({ length: 5 }, () => openOver({}, pending));
    expect(phone.connection.closedFor).toBeNull();
    const sentOff = 'too-many-pending';
    expect(reasons(strangers)).toEqual([sentOff, sentOff, null, null, null]);
  });

  it('[A7] are counted by their TCP connection, unless it is a proxy’s', () => {
    const pending = new PendingConnections(1_000);
    const open = (remoteAddress: string, headers = {}) => {
      const tcp = { remoteAddress };
      return Array.from({ length: 7 }, () => openOver(tcp, pending, headers));
    };
    const hall = open('127.0.0.1', { 'x-forwarded-for': '192.0.2.1' });
    const flood = open('192.0.2.1', { 'x-forwarded-for': '198.51.100.7' });
    expect(reasons(hall)).toEqual(hall.map(() => null));
    expect(reasons(flood)).toEqual(flood.map((_, nth) => (nth === 0 ? 'too-many-pending' : null)));
  });

  it('[A15] are forgotten with their address when they end', () => {
    const pending = new PendingConnections(1_000);
    const { engine } = openOver({ remoteAddress: '192.0.2.1' }, pending);
    expect(pending.addresses).toBe(1);
    engine.emit('close');
    expect(pending.addresses).toBe(0);
  });
});
