import { type Spread, spread } from './statistics.ts';
import { ackSpread, type Findings, type Reasons } from './findings.ts';
import type { Verdict } from './verdict.ts';
import { count, kilobytes, milliseconds, percent } from './format.ts';
import type { ConsoleActivityView } from '../../../src/session/views.ts';
import type { Crowd } from './crowd.ts';
import { type Stage, stageDelays } from './stage.ts';

/** The findings, one line each, and the verdict. */
export function reportLines(findings: Findings, { word, reasons }: Verdict): string[] {
  const table = rows(findings);
  const width = Math.max(...table.map(([name]) => name.length));
  return [
    '',
    ...table.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`),
    '',
    ...(reasons.length === 1 ? [`${word}: ${reasons.join('')}`] : [word]),
    ...(reasons.length === 1 ? [] : reasons.map((reason) => `  - ${reason}`)),
  ];
}

function rows(findings: Findings): [string, string][] {
  const { byWebSocket, byPolling, bytes, frames, results } = findings;
  const offered = byWebSocket + byPolling;
  return [
    [
      'joined',
      `${count(findings.joined)} of ${count(findings.attendees)}${times(findings.joinMs)}`,
    ],
    ...reasonRow('failed attempts', findings.failedJoins),
    ['answers', `${count(findings.sent)} sent, ${count(findings.recorded)} recorded`],
    ...reasonRow('refused', findings.refused),
    ['without a reply', count(findings.unanswered)],
    ['recorded', inTime(findings.ackMs)],
    ['on the stage', inTime(findings.stageMs)],
    [
      'transport',
      `${percent(byWebSocket, offered)} WebSocket, ${percent(byPolling, offered)} long polling`,
    ],
    ['a phone got', `${kilobytes(bytes.mean)} in ${count(Math.round(frames.mean))} messages`],
    ['the most', `${kilobytes(bytes.most)} in ${count(frames.most)} messages`],
    ['all together', `${findings.peakMegabits.toFixed(2)} Mbit/s in the busiest second`],
    [
      'connections',
      `${count(findings.locked)} phones locked and back, ${count(findings.broken)} broken`,
    ],
    [
      'results',
      results === null
        ? 'not to be had'
        : `${results.lost} lost, ${results.doubled} doubled, ${results.other} other`,
    ],
  ];
}

function reasonRow(name: string, reasons: Reasons): [string, string][] {
  const all = Object.entries(reasons).map(([reason, many]) => `${count(many)} ${reason}`);
  return all.length === 0 ? [] : [[name, all.join(', ')]];
}

function times(measured: Spread): string {
  return measured.count === 0 ? '' : `, ${inTime(measured)}`;
}

function inTime({ count: measured, p50, p99, max }: Spread): string {
  if (measured === 0) return 'nothing';
  return `half in ${milliseconds(p50)}, 99 of 100 in ${milliseconds(p99)}, longest ${milliseconds(max)}`;
}

const LONGEST_QUESTION = 48;

/** One line about a question that was just asked. */
export function progressOf(
  view: ConsoleActivityView | null,
  crowd: Crowd,
  { shownCounts }: Stage,
): string {
  if (view === null) return 'a question that the console does not know';
  const answers = crowd.answers.filter(({ activity }) => activity === view.id);
  const ack = milliseconds(ackSpread(answers).p99);
  const stage = milliseconds(spread(stageDelays(answers, shownCounts)).p99);
  const attendees = `${view.answered} of ${crowd.joined} answered`;
  return `${view.type} “${shortened(view.question)}”: ${attendees}; 99 of 100 recorded in ${ack}, on the stage in ${stage}`;
}

function shortened(question: string): string {
  const fits = question.length <= LONGEST_QUESTION;
  return fits ? question : `${question.slice(0, LONGEST_QUESTION - 1).trimEnd()}…`;
}
