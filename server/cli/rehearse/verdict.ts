import type { Findings, Reasons } from './findings.ts';
import { milliseconds, percent, several } from './format.ts';

/** The verdict on a session, and the points that its presenter should know or act on. */
export interface Verdict {
  readonly word: 'GO' | 'GO, BUT' | 'NO-GO';
  readonly reasons: readonly string[];
}

// After about two seconds without "Recorded" people tap again, and look up from their phones.
const SLOW_ACK_MS = 2_000;
// After six our phone's page says that there is no connection, and sends once more.
const TOO_SLOW_ACK_MS = 6_000;
// A tally that stands still for longer looks as if nobody were answering.
const SLOW_STAGE_MS = 2_000;
// Longer with an empty page, and people scan the code again.
const SLOW_JOIN_MS = 5_000;
// Long polling costs the server and the Wi-Fi several times as much. A few have no other choice;
// where so many have not, something between the room and the server refuses WebSocket.
const MANY_POLL = 0.2;
// A phone roams or loses its Wi-Fi now and then; where so many do, it is the room's network.
const MANY_BROKEN = 0.05;

/** People tap at the moment that a question is closed: they are told, and nothing is lost. */
const CAME_TOO_LATE = 'not-open';

/** The verdict that follows from a rehearsal's findings. */
export function verdictOf(findings: Findings): Verdict {
  const stops = blockingReasons(findings);
  if (stops.length > 0) return { word: 'NO-GO', reasons: stops };
  const buts = warnings(findings);
  return { word: buts.length > 0 ? 'GO, BUT' : 'GO', reasons: buts };
}

function blockingReasons(findings: Findings): string[] {
  const { brokenOff } = findings;
  if (brokenOff !== null) {
    // All else that is missing follows from that, but for answers recorded before.
    return [`The talk could not be played to its end. ${brokenOff}`, ...wrongAnswers(findings)];
  }
  return [
    ...missingPhones(findings),
    ...notRecorded(findings),
    ...wrongAnswers(findings),
    ...wrongCounts(findings),
    ...tooSlow(findings),
  ];
}

function missingPhones({ attendees, joined, failedJoins }: Findings): string[] {
  const outside = attendees - joined;
  if (outside === 0) return [];
  const why = inWords(failedJoins);
  return [
    `${several(outside, 'phone')} of ${attendees} did not get in${why === '' ? '' : ` (${why})`}. ` +
      'Open the address to join on a phone in this network, and see what it says.',
  ];
}

function notRecorded({
  unanswered,
  refused,
  unansweredQuestions: unheard,
  questions,
}: Findings): string[] {
  const words: string[] = [];
  if (unanswered > 0) {
    words.push(
      `${several(unanswered, 'answer')} got neither a receipt nor a refusal. The network or the ` +
        "server is not up to this room: look at the server's log, and rehearse with fewer.",
    );
  }
  const { [CAME_TOO_LATE]: _, ...others } = refused;
  const reasons = inWords(others);
  if (reasons !== '') {
    words.push(`Answers that should have counted were refused (${reasons}).`);
  }
  if (unheard.length > 0) {
    const which = unheard.length === questions ? 'any question' : unheard.join(', ');
    words.push(`Nobody's answer was recorded for ${which}. Try it with a phone of your own.`);
  }
  return words;
}

function wrongAnswers({ results }: Findings): string[] {
  const { lost, doubled, other } = results ?? { lost: 0, doubled: 0, other: 0 };
  if (lost + doubled + other === 0) return [];
  return [
    `The results are not what phones were told: ${several(lost, 'answer')} lost, ${doubled} counted ` +
      `twice, ${other} others than were given. Do not present with this server; report it.`,
  ];
}

function wrongCounts({ results, wrongOnStage }: Findings): string[] {
  if (results === null) return ['The results could not be had, so nobody knows what counts.'];
  if (wrongOnStage === 0) return [];
  return [
    `The stage and the results differ in ${several(wrongOnStage, 'question')}. Reload the stage; if ` +
      'they still differ, report it.',
  ];
}

function tooSlow({ ackMs }: Findings): string[] {
  if (ackMs.p99 <= TOO_SLOW_ACK_MS) return [];
  return [
    `One answer in a hundred waits ${milliseconds(ackMs.p99)} or longer to be recorded; phones say ` +
      'by then that there is no connection. Use a faster machine or network, or rehearse with fewer.',
  ];
}

function warnings(findings: Findings): string[] {
  return [...slow(findings), ...polled(findings), ...broke(findings)];
}

function slow({ ackMs, stageMs, joinMs }: Findings): string[] {
  const words: string[] = [];
  if (ackMs.p99 > SLOW_ACK_MS) {
    words.push(
      `it is slow: one answer in a hundred waits ${milliseconds(ackMs.p99)} or longer to be ` +
        'recorded. Give people time, or bring the server closer.',
    );
  }
  if (stageMs.p99 > SLOW_STAGE_MS) {
    words.push(`the stage lags: some answers are on it after ${milliseconds(stageMs.p99)} only.`);
  }
  if (joinMs.p99 > SLOW_JOIN_MS) {
    words.push(
      `joining is slow: some phones waited ${milliseconds(joinMs.p99)}. Put the way to join on the ` +
        'stage some minutes before you begin.',
    );
  }
  return words;
}

function polled({ byPolling, byWebSocket }: Findings): string[] {
  if (byPolling <= MANY_POLL * (byPolling + byWebSocket)) return [];
  return [
    `${percent(byPolling, byPolling + byWebSocket)} of the phones got long polling and no ` +
      'WebSocket. It works, but costs more. Something in between refuses upgrades: set the proxy as ' +
      'the README shows ("On the internet"), or ask whoever runs this network.',
  ];
}

function broke({ broken, attendees }: Findings): string[] {
  if (broken <= MANY_BROKEN * attendees) return [];
  return [
    `${several(broken, 'connection')} broke by themselves. All came back, but the room's Wi-Fi is ` +
      'weak or crowded: sit closer to where the audience sits and try again, or ask for more access points.',
  ];
}

function inWords(reasons: Reasons): string {
  return Object.entries(reasons)
    .map(([reason, times]) => `${reason}: ${times}`)
    .join(', ');
}
