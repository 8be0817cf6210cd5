import { describe, expect, it } from 'vitest';
import { PendingConnections } from './pending-connections.ts';

/** A connection that has not said who it is. */
class Stranger {
  isOpen = true;

  constructor(readonly pendingConnections: PendingConnections) {
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
});
