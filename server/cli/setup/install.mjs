import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { runChild } from './child.mjs';
import { withSetupLock } from './setup-lock.mjs';
import { giveUp, say } from './terminal.mjs';

/**
 * A package as package-lock.json and npm's own note of what it installed describe it.
 *
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[] }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lockfile
 */

/**
 * Makes node_modules what package-lock.json says, where it is not. Ends the process where it
 * cannot.
 *
 * @param {string} root
 */
export async function ensureInstalled(root) {
  if (isInstalled(root)) return;
  await withSetupLock(root, async () => {
    if (!isInstalled(root)) await install(root);
  });
}

/**
 * Whether everything that the lockfile asks for is there, in its version, for this machine.
 * Optional packages are not asked for: which of them fit a machine is npm's business.
 *
 * @param {Lockfile} wanted
 * @param {Lockfile | null} installed
 * @param {{ platform: string, arch: string }} machine
 */
export function fits(wanted, installed, machine) {
  if (installed === null) return false;
  const there = installed.packages;
  const complete = Object.entries(wanted.packages).every(
    ([path, { version, integrity, optional }]) =>
      path === '' ||
      (there[path] === undefined
        ? optional === true
        : there[path].version === version && there[path].integrity === integrity),
  );
  return complete && Object.values(there).every((found) => isFor(machine, found));
}

/**
 * What to tell the person after a failed installation.
 *
 * @param {string} output of npm
 */
export function explainFailure(output) {
  const cause = CAUSES.find(([sign]) => sign.test(output))?.[1];
  return [
    'The packages that Plenary is built from could not be installed.',
    cause ?? `npm said:\n\n${npmErrors(output)}`,
  ].join('\n');
}

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
  [/spawn npm ENOENT/, 'npm was not found. It comes with Node.js: install that anew.'],
];

const SHOWN_ERROR_LINES = 8;

/** @param {string} output */
function npmErrors(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const errors = lines.filter((line) => /^npm (error|ERR!)/.test(line));
  return (errors.length > 0 ? errors : lines).slice(0, SHOWN_ERROR_LINES).join('\n');
}

/** @param {string} root */
function isInstalled(root) {
  const wanted = readLockfile(join(root, 'package-lock.json'));
  if (wanted === null)
    return giveUp('package-lock.json is missing or damaged. Fetch Plenary anew.');
  return fits(wanted, readLockfile(join(root, 'node_modules/.package-lock.json')), process);
}

/**
 * @param {string} path
 * @returns {Lockfile | null} null where it is not there or not whole
 */
function readLockfile(path) {
  try {
    /** @type {unknown} */
    const read = JSON.parse(readFileSync(path, 'utf8'));
    return isLockfile(read) ? read : null;
  } catch {
    return null;
  }
}

/**
 * @param {unknown} read
 * @returns {read is Lockfile}
 */
function isLockfile(read) {
  return typeof read === 'object' && read !== null && 'packages' in read;
}

/**
 * @param {{ platform: string, arch: string }} machine
 * @param {LockedPackage} found
 */
function isFor({ platform, arch }, { os, cpu }) {
  return allows(os, platform) && allows(cpu, arch);
}

/**
 * @param {string[] | undefined} list names, or names with a `!` before each that is excluded
 * @param {string} name
 */
function allows(list, name) {
  if (list === undefined || list.includes(name)) return true;
  return list.some((entry) => entry.startsWith('!')) && !list.includes(`!${name}`);
}

/** @param {string} root */
async function install(root) {
  say('Installing what package-lock.json lists (only when it has changed) …');
  const { command, before } = npm(process.env, process.platform);
  // With NODE_ENV=production npm would leave out what the build needs.
  const args = [...before, 'ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, output } = await runChild(command, args, { cwd: root, output: 'kept' });
  if (code !== 0) giveUp(explainFailure(output));
}

/**
 * How to start npm: the one that started us, else the one that is installed.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 * @returns {{ command: string, before: string[] }}
 */
function npm(env, platform) {
  const started = env['npm_execpath'];
  const script = 'npm-cli.js';
  if (started !== undefined && basename(started) === script) {
    return { command: process.execPath, before: [started] };
  }
  if (platform !== 'win32') return { command: 'npm', before: [] };
  // On Windows `npm` is a batch file, which only a shell can start; what it runs is this.
  const besideNode = join(dirname(process.execPath), 'node_modules/npm/bin', script);
  return { command: process.execPath, before: [besideNode] };
}
