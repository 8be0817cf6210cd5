import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runChild } from './child.mjs';
import { hashFiles, unlessStamped } from './stamp.mjs';
import { giveUp, say } from './terminal.mjs';

/** @type {readonly (readonly [RegExp, string])[]} */
const CAUSES = [
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH/,
    'The npm registry could not be reached. Check the network connection (and the proxy, if there is one), and try again.',
  ],
  [/ENOSPC/, 'The disk is full. Make room, and try again.'],
  [
    /EACCES|EPERM|EROFS/,
    'This user may not write to the folder of Plenary. Change its owner, or start as the user who owns it.',
  ],
  [/spawn npm ENOENT/, 'npm was not found. It comes with Node.js: install that again.'],
];
const SHOWN_LINES = 8;

/** Stamps of an installation: without the packages that only development needs, and with all. */
const WITHOUT_DEVELOPMENT = 'node_modules/.plenary-stamp';
const ALL = 'node_modules/.plenary-development-stamp';

/**
 * Installs the packages of package-lock.json that building and running need, once for each version of that
 * file, of Node.js and of the platform. Ends the process if that fails.
 *
 * @param {string} root
 */
export async function ensureInstalled(root) {
  // A folder that is used for development stays complete.
  const isForDevelopment = existsSync(join(root, ALL));
  await installOnce(root, isForDevelopment ? ALL : WITHOUT_DEVELOPMENT);
}

/**
 * The same with the packages that tests and checks need.
 *
 * @param {string} root
 */
export async function ensureInstalledForDevelopment(root) {
  await installOnce(root, ALL);
}

/**
 * @param {string} root
 * @param {string} stamp
 */
async function installOnce(root, stamp) {
  const { platform, arch, versions } = process;
  const lockfile = hashFiles(root, ['package-lock.json']);
  const wanted = `${lockfile} ${platform} ${arch} ${versions.modules}`;
  await unlessStamped(root, stamp, wanted, async () => {
    say('Installing what package-lock.json lists (only when it has changed) …');
    const [command, ...before] = npm();
    // With NODE_ENV=production npm would leave out what tests need.
    const which = stamp === ALL ? '--include=dev' : '--omit=dev';
    const args = [...before, 'ci', which, '--no-audit', '--no-fund', '--loglevel=error'];
    const { code, output } = await runChild(command, args, { cwd: root, output: 'kept' });
    if (code !== 0) giveUp(explainFailure(output));
  });
}

/**
 * Returns the message after a failed installation.
 *
 * @param {string} output of npm
 */
export function explainFailure(output) {
  const cause = CAUSES.find(([sign]) => sign.test(output))?.[1];
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const errors = lines.filter((line) => /^npm (error|ERR!)/.test(line));
  const said = (errors.length > 0 ? errors : lines).slice(0, SHOWN_LINES).join('\n');
  return `The packages that Plenary is built from could not be installed.\n${cause ?? `npm said:\n\n${said}`}`;
}

/**
 * Finds the npm that started this process, else the installed one.
 *
 * @returns {[command: string, ...args: string[]]}
 */
function npm() {
  const started = process.env['npm_execpath'];
  if (started !== undefined && basename(started) === 'npm-cli.js')
    return [process.execPath, started];
  if (process.platform !== 'win32') return ['npm'];
  // On Windows `npm` is a batch file, which only a shell can start; it runs this.
  const npmFolder = join(dirname(process.execPath), 'node_modules/npm');
  return [process.execPath, join(npmFolder, 'bin/npm-cli.js')];
}
