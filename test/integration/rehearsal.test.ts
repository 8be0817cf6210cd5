import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { activityTypeNames } from '../../src/activities/registry.ts';
import type { Fact } from '../../src/session/facts.ts';
import type { Findings } from '../../server/cli/rehearse/findings.ts';
import type { Plan } from '../../server/cli/rehearse/options.ts';
import { rehearse, type Conditions } from '../../server/cli/rehearse/rehearsal.ts';
import { verdictOf } from '../../server/cli/rehearse/verdict.ts';
import { BadNetwork } from '../network/bad-network.ts';
import { KEY, RunningServer } from './running-server.ts';

let server: RunningServer;
let said: string[];
beforeEach(async () => {
  server = await RunningServer.start();
  said = [];
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.stop();
});

/** Eight attendees, fifty times as quick as people are. */
async function rehearsed(plan: Partial<Plan> = {}, conditions: Partial<Conditions> = {}) {
  return rehearse(
    { attendees: 8, url: server.url, deck: 'small', minutes: 1, ...plan },
    {
      key: KEY,
      secondMs: 20,
      say: (line) => said.push(line),
      stop: new AbortController().signal,
      ...conditions,
    },
  );
}

async function findingsOf(...how: Parameters<typeof rehearsed>): Promise<Findings> {
  const found = await rehearsed(...how);
  if (!found.ok) throw new Error(found.error);
  return found.value;
}

/** The verdict on the findings with the times of a fast machine. */
function judged(findings: Findings) {
  const quick = { count: 1, p50: 1, p99: 1, max: 1 };
  return verdictOf({ ...findings, joinMs: quick, ackMs: quick, stageMs: quick });
}

async function sessionsLeft(): Promise<unknown> {
  return (await server.api('GET', '/sessions')).json();
}

describe('a rehearsal against a server that keeps its promises', () => {
  it('[V1] [V7] [X1] [R1] is a go: every activity type was answered, and all of it counts', async () => {
    // It asks one question of each type.
    await cp('slides/tour', join(server.folder, 'slides/tour'), { recursive: true });
    const findings = await findingsOf({ deck: 'tour', minutes: 3 });
    const questions = activityTypeNames.length;
    expect(judged(findings)).toEqual({ word: 'GO', reasons: [] });
    for (const type of activityTypeNames) {
      expect(said).toContainEqual(
        expect.stringMatching(`^\\d+/${questions} ${type} “.*: [1-8] of `),
      );
    }
    expect(findings).toMatchObject({ joined: 8, questions, byWebSocket: 7, byPolling: 0 });
    // Locked phones and changed minds are among them.
    expect(findings.locked).toBeGreaterThan(0);
    expect(findings.recorded).toBeGreaterThan(questions * 4);
    expect(findings.bytes.mean).toBeGreaterThan(1_000);
    expect(findings.peakMegabits).toBeGreaterThan(0);
  });

  it('[S8] leaves no session behind, stopped before its end or not', async () => {
    await findingsOf();
    expect(await sessionsLeft()).toEqual([]);
    const controller = new AbortController();
    const say = (line: string): void => {
      if (line.startsWith('1/3')) controller.abort();
    };
    const stopped = judged(await findingsOf({}, { say, stop: controller.signal }));
    expect(stopped.word).toBe('NO-GO');
    expect(stopped.reasons).toEqual([expect.stringContaining('stopped before its end')]);
    expect(await sessionsLeft()).toEqual([]);
  });

  it('[R5] is a go, but names the proxy, where WebSocket is refused', async () => {
    const network = await BadNetwork.before(server.url, { upgrades: 'refused' });
    const findings = await findingsOf({ url: network.url });
    expect(findings).toMatchObject({ byWebSocket: 0, byPolling: 7 });
    const { word, reasons } = judged(findings);
    expect(word).toBe('GO, BUT');
    expect(reasons).toEqual([expect.stringContaining('100 % of the phones got long polling')]);
    await network.close();
  });
});

describe('a rehearsal against a server with a fault', () => {
  it('[V1] [V7] is no go where another answer is recorded than was acknowledged', async () => {
    const { transact } = server.log;
    vi.spyOn(server.log, 'transact').mockImplementation((session, afterSeq, decide) =>
      transact.call(server.log, session, afterSeq, (newer) => decide(newer).map(confuse)),
    );
    const findings = await findingsOf();
    expect(findings.results?.other).toBeGreaterThan(0);
    const { word, reasons } = judged(findings);
    expect(word).toBe('NO-GO');
    expect(reasons).toEqual([expect.stringContaining('are not what phones were told')]);
  });

  it('[S8] is no go where its session is deleted meanwhile', async () => {
    const say = (line: string): void => {
      const [, code] = /\/s\/(\d+)\/stage/.exec(said[0] ?? line) ?? [];
      said.push(line);
      if (line.startsWith('1/3')) void server.api('DELETE', `/sessions/${code}`);
    };
    const { word, reasons } = judged(await findingsOf({}, { say }));
    expect(word).toBe('NO-GO');
    expect(reasons).toEqual([expect.stringContaining('deleted')]);
  });

  it('[S10] is no go, in words, where the log records nothing', async () => {
    vi.spyOn(server.log, 'transact').mockResolvedValue({
      ok: false,
      error: { name: 'full', message: 'The disk is full.' },
    });
    expect(await rehearsed()).toEqual({ ok: false, error: 'The disk is full.' });
  });
});

describe('a rehearsal that cannot begin', () => {
  it('[A1] says that the key is wrong', async () => {
    const found = await rehearsed({}, { key: 'another-key' });
    expect(found).toMatchObject({ ok: false, error: expect.stringContaining('presenter key') });
  });

  it('[A7] says that a deck does not exist, and that no server runs', async () => {
    const unknown = await rehearsed({ deck: 'none' });
    expect(unknown).toMatchObject({ ok: false, error: expect.stringContaining('none') });
    const nobody = await rehearsed({ url: 'http://127.0.0.1:9' });
    expect(nobody).toMatchObject({
      ok: false,
      error: expect.stringContaining('cannot be reached'),
    });
  });
});

/** Replaces the choice of each answer to the poll by the second option. */
function confuse(fact: Fact): Fact {
  if (fact.type !== 'answer:given' || fact.activity !== 'tea') return fact;
  return { ...fact, answer: { choices: [1], other: null } };
}
