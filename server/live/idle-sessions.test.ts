import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IdleSessions } from './idle-sessions.ts';

const limits = { after: 60_000, most: 3, grace: 2_000 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watched() {
  const [inUse, closed] = [new Set<string>(), new Set<string>()];
  const gone: string[] = [];
  const idle = new IdleSessions<string>(
    limits,
    (session) => (closed.has(session) ? 'closed' : inUse.has(session) ? 'used' : 'unused'),
    (session) => gone.push(session),
  );
  return { inUse, closed, gone, idle };
}

describe('[S39] a session that is in memory', () => {
  it('is let go once when nobody has used it for long, and not before', () => {
    const { gone, idle } = watched();
    idle.used('a');
    vi.advanceTimersByTime(limits.after - 1);
    expect(gone).toEqual([]);
    vi.advanceTimersByTime(limits.after);
    expect(gone).toEqual(['a']);
  });

  it('stays while it is in use, and as long again afterwards', () => {
    const { inUse, gone, idle } = watched();
    idle.used('a');
    inUse.add('a');
    vi.advanceTimersByTime(10 * limits.after);
    inUse.clear();
    vi.advanceTimersByTime(limits.after - limits.grace);
    expect(gone).toEqual([]);
    vi.advanceTimersByTime(2 * limits.grace);
    expect(gone).toEqual(['a']);
  });

  it('is let go soon where many are not used: the longest unused first', () => {
    const { inUse, gone, idle } = watched();
    for (const session of ['a', 'b', 'c', 'd', 'e']) idle.used(session);
    inUse.add('a');
    idle.used('b');
    vi.advanceTimersByTime(limits.grace - 1);
    expect(gone).toEqual([]);
    vi.advanceTimersByTime(limits.grace);
    expect(gone).toEqual(['c']);
  });

  it('is not let go once it was closed, or the server stops', () => {
    const { closed, gone, idle } = watched();
    idle.used('a');
    closed.add('a');
    vi.advanceTimersByTime(2 * limits.after);
    idle.used('b');
    idle.stop();
    vi.advanceTimersByTime(2 * limits.after);
    expect(gone).toEqual([]);
  });
});
