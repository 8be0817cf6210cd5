import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { V8_OPTIONS } from './server-process.ts';

/** Runs a tool in a process of its own, whose heap slows nothing down afterwards; resolves with its one message. */
export async function runApart<Message>(tool: string, args: readonly string[]): Promise<Message> {
  const script = resolve('server/cli/run-ts.mjs');
  const child = fork(script, [tool, ...args], { execArgv: V8_OPTIONS });
  let message: Message | null = null;
  // Sound: the tool is ours.
  child.once('message', (body) => (message = body as Message));
  await new Promise((ended) => child.once('exit', ended));
  if (message === null) throw new Error(`${tool} has failed`);
  return message;
}
