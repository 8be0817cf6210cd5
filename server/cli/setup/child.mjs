import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const STOP_SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM']);

/**
 * Runs a program to its end. A stop signal to this process stops the program first.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, output: 'shown' | 'kept' }} options
 * @returns {Promise<{ code: number, output: string }>} `output` is empty where it was shown; a
 *   program that could not be started has code 127 and the reason as its output
 */
export function runChild(command, args, { cwd, env = process.env, output }) {
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: output === 'shown' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  const leave = stopWith(child);
  let kept = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => (kept += text));
  }
  return new Promise((settle) => {
    child.once('error', (error) => {
      leave();
      settle({ code: 127, output: error.message });
    });
    child.once('close', (code, signal) => {
      leave();
      settle({ code: exitCode(code, signal), output: kept });
    });
  });
}

/**
 * Returns the exit code that a shell would report.
 *
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 */
export function exitCode(code, signal) {
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}

/**
 * Forwards stop signals to a child, and ends this process after it.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} stops forwarding
 */
function stopWith(child) {
  /** @param {NodeJS.Signals} signal */
  const stop = (signal) => {
    child.once('close', () => process.exit(exitCode(null, signal)));
    child.kill(signal);
  };
  for (const signal of STOP_SIGNALS) process.once(signal, stop);
  return () => {
    for (const signal of STOP_SIGNALS) process.off(signal, stop);
  };
}
