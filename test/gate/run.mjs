import '../../server/cli/setup/demand-node.mjs';
import '../../server/cli/setup/stop-with-npm.mjs';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../../server/cli/setup/build.mjs';
import { runChild } from '../../server/cli/setup/child.mjs';
import { ensureInstalled } from '../../server/cli/setup/install.mjs';
import { root } from '../../server/cli/setup/root.mjs';
import { giveUp } from '../../server/cli/setup/terminal.mjs';
import { ensureChromium } from './chromium.mjs';
import { planRuns } from './phases.mjs';
import { summarise } from './summary.mjs';

const NO_BROWSER =
  'Some tests need a browser: install Chromium or Chrome, or name one in CHROME_PATH.';

const { phases, product, browser } = planRuns(process.argv.slice(2));
process.chdir(root);
await ensureInstalled(root);
const chromium = browser ? await ensureChromium() : null;
if (browser && chromium === null) giveUp(NO_BROWSER);
if (product) await ensureBuilt(root);

const env = {
  ...process.env,
  NODE_ENV: 'test',
  ...(chromium === null ? {} : { CHROME_PATH: chromium }),
};
const reports = mkdtempSync(join(tmpdir(), 'plenary-test-'));
const runs = [];
for (const [place, args] of phases.entries()) {
  runs.push(await runVitest(args, join(reports, `${place}.json`)));
}
rmSync(reports, { recursive: true });

const { line, success } = summarise(runs);
process.stdout.write(`\n${line}\n`);
process.exitCode = success ? 0 : 1;

/**
 * @param {readonly string[]} args
 * @param {string} reportFile
 * @returns {Promise<import('./summary.mjs').Run>}
 */
async function runVitest(args, reportFile) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const command = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...reporters];
  // A phase without a test is no failure as long as another has some; summarise() sees to that.
  const all = [...command, '--passWithNoTests', ...args];
  const { code } = await runChild(process.execPath, all, { cwd: root, env, output: 'shown' });
  return { code, report: readReport(reportFile) };
}

/**
 * @param {string} file
 * @returns {import('./summary.mjs').VitestReport | null}
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
