// `npm test`: sets up all that the named projects need, and runs them by Vitest. `--faults` adds
// the long tests of faults, which a newcomer's `npm test` leaves out. The longest, which watch memory, are
// in `npm run test:faults` alone.
import '../../server/cli/setup/demand-node.mjs';
import '../../server/cli/setup/stop-with-npm.mjs';
import { join } from 'node:path';
import { ensureBuilt } from '../../server/cli/setup/build.mjs';
import { runChild } from '../../server/cli/setup/child.mjs';
import { ensureInstalledForDevelopment } from '../../server/cli/setup/install.mjs';
import { root } from '../../server/cli/setup/root.mjs';
import { giveUp } from '../../server/cli/setup/terminal.mjs';
import { ensureChromium } from './chromium.mjs';

const NO_BROWSER =
  'Some tests need a browser: install Chromium or Chrome, or name one in CHROME_PATH.';
const QUICK = ['rules', 'isolated', 'integration', 'nodes', 'e2e'];

const args = process.argv
  .slice(2)
  .filter((arg) => arg !== '--faults')
  .flatMap((arg) => (arg.startsWith('--project=') ? arg.split('=') : [arg]));
const named = args.filter((_, index) => args[index - 1] === '--project');
const all = process.argv.includes('--faults') ? [...QUICK, 'faults'] : QUICK;
const projects = named.length > 0 ? named : all;
const needsBrowser = projects.some((name) => ['e2e', 'faults', 'soaks'].includes(name));

process.chdir(root);
await ensureInstalledForDevelopment(root);
const chromium = needsBrowser ? await ensureChromium() : null;
if (needsBrowser && chromium === null) giveUp(NO_BROWSER);
if (projects.some((name) => name !== 'rules')) await ensureBuilt(root);

const { code } = await runChild(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    ...['--reporter=default', '--reporter=./test/gate/count-reporter.ts'],
    ...(named.length > 0 ? [] : projects.flatMap((name) => ['--project', name])),
    ...args,
  ],
  {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'test',
      ...(chromium === null ? {} : { CHROME_PATH: chromium }),
    },
    output: 'shown',
  },
);
process.exitCode = code;
