import type { Spread } from './statistics.ts';
import type { Findings, Reasons } from './findings.ts';
import type { Verdict } from './verdict.ts';
import { count, kilobytes, milliseconds, percent } from './format.ts';

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

function times(spread: Spread): string {
  return spread.count === 0 ? '' : `, ${inTime(spread)}`;
}

function inTime({ count: measured, p50, p99, max }: Spread): string {
  if (measured === 0) return 'nothing';
  return `half in ${milliseconds(p50)}, 99 of 100 in ${milliseconds(p99)}, longest ${milliseconds(max)}`;
}
