import { describe, expect, it } from 'vitest';
import { maxConnections, loadSheddingError } from './load-shedding.ts';

const load = (connections: number, isLate = false) => ({
  connections: () => connections,
  isLate: () => isLate,
  maxConnections: 1_000,
});

describe('[R6] an attendee who comes', () => {
  it('comes in as long as there is room', () => {
    expect(loadSheddingError(load(1))).toBeNull();
    expect(loadSheddingError(load(1_000))).toBeNull();
  });

  it('waits, is told so, and tries again, where there are more than the process can have', () => {
    expect(loadSheddingError(load(1_001))).toMatchObject({ name: 'no-room', retryAfter: 3 });
  });

  it('waits while a crowd is in and everything has been late for some time', () => {
    expect(loadSheddingError(load(101, true))).toMatchObject({ name: 'no-room' });
  });

  it('comes in however late everything is where it is not a crowd that makes it late', () => {
    expect(loadSheddingError(load(1, true))).toBeNull();
    expect(loadSheddingError(load(100, true))).toBeNull();
  });
});

describe('[R6] the largest number of connections', () => {
  it('follows from the limit of open files, of which some are reserved', () => {
    const report = (soft: unknown) => ({ userLimits: { open_files: { soft, hard: 'unlimited' } } });
    expect(maxConnections(report(1_024))).toBe(824);
    expect(maxConnections(report(100))).toBe(1);
    expect(maxConnections(report('unlimited'))).toBe(Infinity);
    expect(maxConnections(process.report.getReport())).toBeGreaterThan(0);
  });
});
