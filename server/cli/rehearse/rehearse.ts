// npm run rehearse: plays a deck against a running server, and says whether the talk can be given.
import { rehearse } from './rehearsal.ts';
import { findKey, readPlan, usage, keyHelp } from './options.ts';
import { reportLines } from './report-lines.ts';
import { verdictOf } from './verdict.ts';

import '../setup/stop-with-npm.mjs';

const WRONG_USAGE = 2;
const NO_GO = 1;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const read = readPlan(process.argv.slice(2));
if (!read.ok) giveUp(`${read.error}\n\n${usage}`);
const { plan } = read.value;
const key = read.value.key ?? (await findKey(process.env));
if (key === null) giveUp(keyHelp);

const findings = await rehearse(plan, { key, secondMs: 1_000, say, stop: stopOnSignal() });
if (!findings.ok) {
  say(`\nNO-GO: ${findings.error}`);
  process.exit(NO_GO);
}
const verdict = verdictOf(findings.value);
for (const line of reportLines(findings.value, verdict)) say(line);
if (isThisMachine(plan.url)) {
  say(`\nThis went by no network: rehearse once more from another machine, in the room's Wi-Fi.`);
}
process.exit(verdict.word === 'NO-GO' ? NO_GO : 0);

/** Ends the rehearsal at the first signal, and the process at the second. */
function stopOnSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(NO_GO);
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller.signal;
}

function isThisMachine(url: string): boolean {
  return /^(localhost|127\.|\[::1\])/.test(new URL(url).hostname);
}

function giveUp(words: string): never {
  process.stderr.write(`${words}\n`);
  process.exit(WRONG_USAGE);
}
