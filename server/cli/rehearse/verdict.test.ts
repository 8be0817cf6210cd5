import { describe, expect, it } from 'vitest';
import { reportLines } from './report-lines.ts';
import { verdictOf } from './verdict.ts';
import type { Findings } from './findings.ts';

const quick = { count: 100, p50: 5, p99: 40, max: 90 };
const good: Findings = {
  attendees: 100,
  joined: 100,
  joinMs: quick,
  failedJoins: {},
  sent: 900,
  recorded: 898,
  refused: { 'not-open': 2 },
  unanswered: 0,
  ackMs: quick,
  stageMs: quick,
  byWebSocket: 95,
  byPolling: 0,
  bytes: { mean: 20_000, most: 30_000 },
  frames: { mean: 90, most: 120 },
  peakMegabits: 1.2,
  locked: 9,
  broken: 0,
  questions: 9,
  unansweredQuestions: [],
  results: { lost: 0, doubled: 0, other: 0 },
  wrongOnStage: 0,
  brokenOff: null,
};

const judged = (found: Partial<Findings>) => verdictOf({ ...good, ...found });

describe('a rehearsal', () => {
  it('is a go where everybody was in, and all that was said counts', () => {
    expect(verdictOf(good)).toEqual({ word: 'GO', reasons: [] });
  });

  it.each<[string, Partial<Findings>, RegExp]>([
    ['somebody did not get in', { joined: 99 }, /^1 phone of 100 did not get in\. Open/],
    [
      'somebody was refused',
      { joined: 98, failedJoins: { 'slow-down': 2 } },
      /^2 phones of 100 did not get in \(slow-down: 2\)/,
    ],
    ['an answer got no reply', { unanswered: 1 }, /^1 answer got neither a receipt nor a refusal/],
    ['an answer was refused', { refused: { full: 3, 'not-open': 1 } }, /refused \(full: 3\)\.$/],
    [
      'a question heard nobody',
      { unansweredQuestions: ['tea'] },
      /^Nobody's answer was recorded for tea\./,
    ],
    [
      'an answer was lost',
      { results: { lost: 1, doubled: 0, other: 0 } },
      /1 answer lost, 0 counted twice, 0 others/,
    ],
    ['one was counted twice', { results: { lost: 0, doubled: 1, other: 0 } }, /1 counted twice/],
    ['one is another', { results: { lost: 0, doubled: 0, other: 1 } }, /1 others than were given/],
    ['nobody knows the results', { results: null }, /^The results could not be had/],
    ['the stage is wrong', { wrongOnStage: 2 }, /differ in 2 questions/],
    ['phones give up waiting', { ackMs: { ...quick, p99: 6_001 } }, /waits 6\.0 s or longer/],
    ['it broke off', { brokenOff: 'No network.', joined: 3 }, /^The talk .* end\. No network\.$/],
  ])('is no go where %s, and says so', (_, found, words) => {
    const { word, reasons } = judged(found);
    expect(word).toBe('NO-GO');
    expect(reasons).toEqual([expect.stringMatching(words)]);
  });

  it.each<[string, Partial<Findings>, RegExp]>([
    ['receipts are slow', { ackMs: { ...quick, p99: 2_001 } }, /it is slow: .* 2\.0 s/],
    ['the stage lags', { stageMs: { ...quick, p99: 2_001 } }, /the stage lags/],
    ['joining is slow', { joinMs: { ...quick, p99: 5_001 } }, /joining is slow/],
    [
      'a proxy refuses WebSocket',
      { byWebSocket: 0, byPolling: 95 },
      /^100 % of the phones got long polling .* README/,
    ],
    ['the Wi-Fi is weak', { broken: 6 }, /^6 connections broke by themselves/],
  ])('is a go with a caution where %s', (_, found, words) => {
    const { word, reasons } = judged(found);
    expect(word).toBe('GO, BUT');
    expect(reasons).toEqual([expect.stringMatching(words)]);
  });

  it('says all that keeps from going at once', () => {
    expect(judged({ joined: 99, unanswered: 1, broken: 50 }).reasons).toHaveLength(2);
  });

  it('that broke off still says what was lost', () => {
    const results = { lost: 2, doubled: 0, other: 0 };
    expect(judged({ brokenOff: 'No network.', results }).reasons).toEqual([
      expect.stringContaining('No network.'),
      expect.stringContaining('2 answers lost'),
    ]);
  });

  it('ends with its word', () => {
    expect(reportLines(good, verdictOf(good)).at(-1)).toBe('GO');
    const lines = reportLines(good, { word: 'NO-GO', reasons: ['One.', 'Two.'] });
    expect(lines.slice(-3)).toEqual(['NO-GO', '  - One.', '  - Two.']);
  });
});
