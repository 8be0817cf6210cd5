// `npm run check`: all static checks of the code, in parallel.
import '../../server/cli/setup/demand-node.mjs';
import { join } from 'node:path';
import { runChild } from '../../server/cli/setup/child.mjs';
import { ensureInstalledForDevelopment } from '../../server/cli/setup/install.mjs';
import { root } from '../../server/cli/setup/root.mjs';
import { say } from '../../server/cli/setup/terminal.mjs';

const CODE = ['src', 'server', 'test', 'vite.config.ts'];

/** The commands, by the name of the check. The first word names a file of ours, or of node_modules. */
const STEPS = {
  types: ['typescript/bin/tsc'],
  'types of what is pure': ['typescript/bin/tsc', '-p', 'src/tsconfig.rules.json'],
  lint: ['oxlint/bin/oxlint', ...CODE],
  formatting: ['oxfmt/bin/oxfmt', '--check', '.'],
  'dead code': ['knip/bin/knip.js', '--no-progress'],
  decks: ['./server/cli/run-ts.mjs', 'server/cli/check-decks.ts'],
};

process.chdir(root);
await ensureInstalledForDevelopment(root);
const failures = await Promise.all(Object.entries(STEPS).map(([name, step]) => run(name, step)));
for (const failure of failures) {
  if (failure !== null) process.stdout.write(failure);
}
process.exitCode = failures.every((failure) => failure === null) ? 0 : 1;

/**
 * @param {string} name
 * @param {readonly string[]} step
 * @returns {Promise<string | null>} the output of a failed step; null where it passed
 */
async function run(name, [script = '', ...args]) {
  const file = join(root, script.startsWith('./') ? script : `node_modules/${script}`);
  const started = performance.now();
  const { code, output } = await runChild(process.execPath, [file, ...args], {
    cwd: root,
    output: 'kept',
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  return code === 0 ? null : `\n── ${name} ──\n${output.trim()}\n`;
}
