import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { PendingConnections } from './pending-connections.ts';

/** A connection that has not said who it is. */
class Stranger extends EventEmitter {
  isOpen = true;

  constructor(pendingConnections: PendingConnections) {
    super();
    pendingConnections.arrived(this);
  }

  close(): void {
    this.isOpen = false;
    this.emit('close');
  }
}

describe('the doorstep', () => {
  it('[A7] sends off who came first where too many stand there', () => {
    const pendingConnections = new PendingConnections(1_000, 3);
    const strangers = Array.from({ length: 5 }, () => new Stranger(pendingConnections));
    expect(strangers.map(({ isOpen }) => isOpen)).toEqual([false, false, true, true, true]);
  });

  it('[A7] has room again for each who came in or left, and sends off nobody who is in', () => {
    const pendingConnections = new PendingConnections(1_000, 2);
    const identity = new Stranger(pendingConnections);
    pendingConnections.cameIn(identity);
    const gone = new Stranger(pendingConnections);
    gone.close();
    const strangers = Array.from({ length: 2 }, () => new Stranger(pendingConnections));
    expect([identity, ...strangers].every(({ isOpen }) => isOpen)).toBe(true);
  });
});
