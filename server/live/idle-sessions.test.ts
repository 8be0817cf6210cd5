import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IdleSessions } from './idle-sessions.ts';

const limits = { after: 60_000, most: 3, mostFacts: 100, grace: 2_000 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function watched() {
  const [inUse, closed] = [new Set<string>(), new Set<string>()];
  const gone: string[] = [];
  const facts = new Map<string, number>();
  const idle = new IdleSessions<string>(
    limits,
    (session) => (closed.has(session) ? 'closed' : inUse.has(session) ? 'used' : 'unused'),
    (session) => facts.get(session) ?? 1,
    (session) => gone.push(session),
  );
  return { inUse, closed, gone, facts, idle };
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

  it('is let go soon where it and those used after it are large, but the last one stays', () => {
    const { gone, facts, idle } = watched();
    facts.set('a', 60).set('b', 60);
    for (const session of ['a', 'b']) idle.used(session);
    vi.advanceTimersByTime(2 * limits.grace);
    expect(gone).toEqual(['a']);
    facts.set('c', 101);
    idle.used('c');
    vi.advanceTimersByTime(2 * limits.grace);
    expect(gone).toEqual(['a', 'b']);
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
