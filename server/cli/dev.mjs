import './setup/demand-node.mjs';
import './setup/stop-with-npm.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { exitCode } from './setup/child.mjs';
import { ensureInstalled } from './setup/install.mjs';
import { root } from './setup/root.mjs';

/** The exit code with which dev-child.mjs asks to be restarted. */
const SERVER_CODE_CHANGED = 75;

process.chdir(root);
await ensureInstalled(root);

let child = run();
let stopping = false;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    stopping = true;
    child.kill(signal);
  });
}

function run() {
  const started = spawn(process.execPath, [join(root, 'server/cli/dev-child.mjs')], {
    stdio: 'inherit',
  });
  started.once('exit', (code, signal) => {
    if (stopping) process.exit(0);
    else if (code === SERVER_CODE_CHANGED) child = run();
    else process.exit(exitCode(code, signal));
  });
  return started;
}
