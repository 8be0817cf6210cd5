import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Results } from '../../src/session/results.ts';
import type { SessionFixture } from '../e2e/setup-session.ts';

/** Starts a session on its first question, with so many phones in it. */
export async function ask(fixture: SessionFixture, phoneCount: number) {
  const { code, presenter } = await fixture.startSession();
  await presenter.show(1);
  const phones = await Promise.all(
    Array.from({ length: phoneCount }, () => fixture.attendee(code)),
  );
  return { code, phones };
}

/** The export of a session by the running server. */
export async function resultsOf({ plenary }: SessionFixture, code: string): Promise<Results> {
  const results = await plenary.api('GET', `/sessions/${code}/results.json`);
  return (await results.json()) as Results;
}

/** Each attendee's choice, as the running server exports it. */
export async function choicesOf(
  fixture: SessionFixture,
  code: string,
): Promise<Map<string, string>> {
  const { rows } = await resultsOf(fixture, code);
  return new Map(rows.map(({ attendee, choice }) => [attendee, choice]));
}

/** Runs `npm run log` with these arguments; rejects where it fails. */
export function runLogTool(...args: string[]) {
  const command = ['server/cli/run-ts.mjs', 'server/cli/log-tool.ts', ...args];
  return promisify(execFile)(process.execPath, command);
}
