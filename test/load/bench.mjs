// `npm run bench` [-- --quick] [-- --only=crowd]: measures Plenary beside the references, in one run.
import '../../server/cli/setup/demand-node.mjs';
import { ensureBuilt } from '../../server/cli/setup/build.mjs';
import { ensureInstalledForDevelopment } from '../../server/cli/setup/install.mjs';
import { root } from '../../server/cli/setup/root.mjs';
import { giveUp } from '../../server/cli/setup/terminal.mjs';
import { ensureChromium } from '../gate/chromium.mjs';

process.chdir(root);
await ensureInstalledForDevelopment(root);
await ensureBuilt(root);
const chromium = await ensureChromium();
if (chromium === null) giveUp('The page is measured in a browser: install Chromium or Chrome.');
process.env['CHROME_PATH'] = chromium;
const { runnerImport } = await import('vite');
await runnerImport(`${root}/test/load/bench.ts`, { root });
