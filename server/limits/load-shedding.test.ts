import { describe, expect, it } from 'vitest';
import { maxConnections, loadSheddingError } from './load-shedding.ts';

const load = (connections: number, late = 0) => ({
  connections: () => connections,
  late: () => late,
  maxConnections: 100,
});

describe('[R6] whoever comes', () => {
  it('comes in as long as there is room', () => {
    expect(loadSheddingError(load(1))).toBeNull();
    expect(loadSheddingError(load(100))).toBeNull();
  });

  it('waits, is told so, and asks again, where there are more than the process can have', () => {
    expect(loadSheddingError(load(101))).toMatchObject({ name: 'no-room', retryAfter: 3 });
  });

  it('waits while the server is late with all that it does', () => {
    expect(loadSheddingError(load(1, 251))).toMatchObject({ name: 'no-room' });
    expect(loadSheddingError(load(1, 250))).toBeNull();
  });
});

describe('[R6] how many connections there may be', () => {
  it('follows from how many files the process may have open, some kept free', () => {
    const report = (soft: unknown) => ({ userLimits: { open_files: { soft, hard: 'unlimited' } } });
    expect(maxConnections(report(1_024))).toBe(824);
    expect(maxConnections(report(100))).toBe(1);
    expect(maxConnections(report('unlimited'))).toBe(Infinity);
    expect(maxConnections(process.report.getReport())).toBeGreaterThan(0);
  });
});
