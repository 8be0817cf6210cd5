import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { allSessions } from './session-filter.ts';
import { failure, success, type Result } from '../../src/lib/result.ts';
import type { Fact } from '../../src/session/facts.ts';
import { memoryLog } from './memory-log.ts';
import { reopeningLog } from './reopening-log.ts';
import type { EventLog, StorageProblem } from './event-log.ts';
import { LogMonitor } from './log-monitor.ts';
import { readFacts } from './read-facts.ts';

const opened: Fact = { type: 'activity:opened', activity: 'a' };
const full: StorageProblem = { name: 'full', message: 'The disk is full.' };
const damaged: StorageProblem = { name: 'damaged', message: 'It cannot be read.' };
const intervals = { inTrouble: 2_000, inPeace: 20_000 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A log in memory on which faults can be put. */
class FaultyLog {
  writing: StorageProblem | null = null;
  /** Sessions that cannot be read back. */
  readonly rotten = new Set<string>();
  readonly verifyRead: string[] = [];
  survey: Promise<Result<readonly string[], StorageProblem>> = Promise.resolve(success([]));
  readonly log: EventLog;

  constructor() {
    const sound = memoryLog(() => 0);
    const unless = <Value>(
      problem: StorageProblem | null,
      go: () => Promise<Result<Value, StorageProblem>>,
    ) => (problem === null ? go() : Promise.resolve(failure(problem)));
    this.log = {
      ...sound,
      transact: (...parameters) => unless(this.writing, () => sound.transact(...parameters)),
      check: () => unless(this.writing, () => sound.check()),
      survey: () => this.survey,
      verifyRead: (session) => {
        this.verifyRead.push(session);
        return Promise.resolve(this.rotten.has(session) ? failure(damaged) : success(null));
      },
    };
  }
}

function watched(prepare: (faulty: FaultyLog) => void = () => undefined) {
  const faulty = new FaultyLog();
  prepare(faulty);
  const faults: unknown[] = [];
  const monitor = new LogMonitor(faulty.log, intervals, (error) => faults.push(error));
  const { log } = monitor;
  const told: (string | null)[] = [];
  monitor.onChange(() => told.push(monitor.problemOf('x')?.name ?? null));
  const write = (session: string, afterSeq: number) =>
    log.transact(session, afterSeq, () => [opened]);
  return { faulty, faults, monitor, log, told, write };
}

describe('a log monitor', () => {
  it('[S10] tells once that nothing can be kept, and once that it can again', async () => {
    const { faulty, told, write } = watched();
    await write('x', 0);
    faulty.writing = full;
    for (let tries = 0; tries < 3; tries += 1) await write('x', 1);
    await vi.advanceTimersByTimeAsync(intervals.inTrouble * 3);
    expect(told).toEqual(['full']);
    faulty.writing = null;
    // By itself: nobody may be sending anything.
    await vi.advanceTimersByTimeAsync(intervals.inTrouble);
    expect(told).toEqual(['full', null]);
  });

  it('[S10] tells by the first answer that is kept, too', async () => {
    const { faulty, told, write } = watched();
    faulty.writing = full;
    await write('x', 0);
    faulty.writing = null;
    await write('x', 0);
    expect(told).toEqual(['full', null]);
  });

  it('[S10] takes no transaction without facts for a sign that it can be written', async () => {
    const { faulty, log, told, write } = watched();
    faulty.writing = full;
    await write('x', 0);
    faulty.writing = null;
    await log.transact('x', 0, () => []);
    expect(told).toEqual(['full']);
    await log.close();
  });

  it('[V1] reads back what was recorded, once, and not what nobody writes to', async () => {
    const { faulty, write } = watched();
    await write('x', 0);
    await write('x', 1);
    expect(faulty.verifyRead).toEqual([]);
    await vi.advanceTimersByTimeAsync(intervals.inPeace * 5);
    expect(faulty.verifyRead).toEqual(['x']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('[S10] [V1] takes nothing more of a session that cannot be read back, and of others does', async () => {
    const { faulty, monitor, log, told, write } = watched();
    await write('x', 0);
    await write('y', 0);
    faulty.rotten.add('x');
    await vi.advanceTimersByTimeAsync(intervals.inPeace);
    expect(told).toEqual(['damaged']);
    expect(await write('x', 1)).toEqual(failure(damaged));
    expect((await write('y', 1)).ok).toBe(true);
    expect(monitor.problemOf('y')).toBeNull();
    expect(await log.check()).toEqual(failure(damaged));
    faulty.rotten.clear();
    await vi.advanceTimersByTimeAsync(intervals.inTrouble);
    expect(told).toEqual(['damaged', null]);
    expect((await write('x', 1)).ok).toBe(true);
    await log.close();
  });

  it('[S8] forgets a damaged session once it was deleted', async () => {
    const { faulty, log, write } = watched();
    await write('x', 0);
    faulty.rotten.add('x');
    await vi.advanceTimersByTimeAsync(intervals.inPeace);
    await log.forget('x');
    expect((await log.check()).ok).toBe(true);
    await vi.advanceTimersByTimeAsync(intervals.inTrouble);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('[S22] [S10] is not ready while a session cannot be read that was recorded before, and takes answers of others', async () => {
    const { faulty, monitor, log, told, write } = watched((before) => {
      before.rotten.add('x');
      before.survey = Promise.resolve(success(['x']));
    });
    expect(await log.check()).toMatchObject({
      error: { name: 'damaged', message: expect.stringContaining('of a session') as string },
    });
    expect(told).toContain('damaged');
    expect((await write('x', 1)).ok).toBe(false);
    expect((await write('y', 0)).ok).toBe(true);
    expect(monitor.problemOf('y')).toBeNull();
    faulty.rotten.clear();
    await vi.advanceTimersByTimeAsync(intervals.inTrouble);
    expect((await log.check()).ok).toBe(true);
    await log.close();
  });

  it('[S22] [S10] is not ready while the file is damaged elsewhere, and reads it again at intervals', async () => {
    const { faulty, monitor, log } = watched((before) => {
      before.survey = Promise.resolve(failure(damaged));
    });
    expect(await log.check()).toEqual(failure(damaged));
    expect(monitor.problemOf('x')).toBeNull();
    faulty.survey = Promise.resolve(success([]));
    await vi.advanceTimersByTimeAsync(intervals.inPeace + intervals.inTrouble);
    expect((await log.check()).ok).toBe(true);
    await log.close();
  });

  it('[S22] does not wait for a large file to be read', async () => {
    let found: (result: Result<readonly string[], StorageProblem>) => void = () => undefined;
    const { log } = watched((before) => {
      before.survey = new Promise((resolve) => (found = resolve));
    });
    const first = log.check();
    await vi.advanceTimersByTimeAsync(1_000);
    expect((await first).ok).toBe(true);
    found(success(['x']));
    await vi.advanceTimersByTimeAsync(0);
    expect((await log.check()).ok).toBe(false);
    await log.close();
  });

  it('notes a check or a listener that throws, and goes on checking', async () => {
    const { faulty, faults, monitor, told, write } = watched();
    monitor.onChange(() => {
      throw new Error('a listener');
    });
    faulty.writing = full;
    await write('x', 0);
    const check = vi.spyOn(faulty.log, 'check').mockRejectedValueOnce(new Error('a check'));
    await vi.advanceTimersByTimeAsync(intervals.inTrouble);
    expect(faults).toEqual([new Error('a listener'), new Error('a check')]);
    check.mockRestore();
    faulty.writing = null;
    await vi.advanceTimersByTimeAsync(intervals.inTrouble);
    expect(told).toEqual(['full', null]);
  });

  it('checks no more once it is closed', async () => {
    const { faulty, log, write } = watched();
    faulty.writing = full;
    await write('x', 0);
    await log.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('a log that cannot be opened yet', () => {
  it('[S10] says why, opens when it can, once, and goes on', async () => {
    let problem: StorageProblem | null = full;
    let openings = 0;
    const log = reopeningLog(async () => {
      openings += 1;
      return problem === null ? success(memoryLog(() => 0)) : failure(problem);
    });
    expect(await log.check()).toEqual(failure(full));
    expect(await log.transact('x', 0, () => [opened])).toEqual(failure(full));
    expect(await log.sessions(10, null, allSessions)).toEqual(failure(full));
    expect(openings).toBe(3);
    problem = null;
    const [written] = await Promise.all([log.transact('x', 0, () => [opened]), log.check()]);
    expect(written.ok).toBe(true);
    expect(await readFacts(log, 'x')).toMatchObject({ value: [{ seq: 1, fact: opened }] });
    expect(openings).toBe(4);
  });

  it('[S10] is opened anew, and closed before, once it may be written to', async () => {
    const readOnly: StorageProblem = { name: 'read-only', message: 'It may not be written to.' };
    let mayWrite = false;
    const closed: string[] = [];
    const kept = memoryLog(() => 0);
    const log = reopeningLog(async () => {
      // What is opened for reading stays so.
      const isOpenForWriting = mayWrite;
      const unless = async <Value>(go: () => Promise<Result<Value, StorageProblem>>) =>
        isOpenForWriting ? go() : failure(readOnly);
      return success({
        ...kept,
        transact: (...all) => unless(() => kept.transact(...all)),
        check: () => unless(() => kept.check()),
        close: async () => void closed.push(isOpenForWriting ? 'for writing' : 'for reading'),
      });
    });
    const write = () => log.transact('x', 0, () => [opened]);
    expect(await write()).toEqual(failure(readOnly));
    expect(await log.check()).toEqual(failure(readOnly));
    expect((await readFacts(log, 'x')).ok).toBe(true);
    mayWrite = true;
    expect(await write()).toEqual(failure(readOnly));
    expect((await log.check()).ok).toBe(true);
    expect((await write()).ok).toBe(true);
    expect(closed).toEqual(['for reading', 'for reading']);
    await log.close();
    expect(closed).toHaveLength(3);
  });
});
