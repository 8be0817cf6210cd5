import { execFileSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import { runChild } from '../../server/cli/setup/child.mjs';
import { say } from '../../server/cli/setup/terminal.mjs';

/**
 * The properties of the machine that the search for a browser needs.
 *
 * @typedef {object} Machine
 * @property {NodeJS.ProcessEnv} env
 * @property {string} platform as `process.platform` gives it
 * @property {boolean} root whether we may do everything here
 * @property {(path: string) => boolean} runs whether the file is there and can be run
 * @property {() => boolean} sudo whether sudo asks for no password
 */

const NAMES = [
  // Without windows to draw, the same tests take two thirds of the processor's time.
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];
const MAC_PLACES = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const LINUX_PLACES = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
const WINDOWS_PLACES = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];

/**
 * Finds a Chromium, or Chrome, for the tests that need a browser.
 *
 * @param {Machine} machine
 * @param {string | null} playwrights where Playwright would keep its own
 * @returns {string | null} its path
 */
export function findChromium(machine, playwrights) {
  const own = playwrights === null ? [] : [playwrights];
  const places = [...onPath(machine), ...usualPlaces(machine), ...own];
  return places.find((path) => machine.runs(path)) ?? null;
}

/**
 * Commands, in order, that install Chromium on this machine without a password.
 *
 * @param {Machine} machine
 * @returns {string[][] | null} null where that cannot be done
 */
export function chromiumInstallation(machine) {
  const apt = '/usr/bin/apt-get';
  if (machine.platform !== 'linux' || !machine.runs(apt)) return null;
  if (!machine.root && !machine.sudo()) return null;
  const before = machine.root ? [] : ['sudo', '-n'];
  return [
    [...before, apt, 'update'],
    [...before, apt, 'install', '-y', 'chromium'],
  ];
}

/**
 * A browser for the tests, installed if need be.
 *
 * @returns {Promise<string | null>} its path; null where the person has to install one
 */
export async function ensureChromium() {
  const playwrights = await playwrightsChromium();
  const named = process.env['CHROME_PATH'];
  if (named) return thisMachine.runs(named) ? named : null;
  const found = findChromium(thisMachine, playwrights);
  const commands = found === null ? chromiumInstallation(thisMachine) : null;
  if (commands === null) return found;
  say('Installing Chromium, which some tests need …');
  for (const [command = '', ...args] of commands) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const { code, output } = await runChild(command, args, { cwd: '/', env, output: 'kept' });
    if (code !== 0) say(output);
  }
  return findChromium(thisMachine, playwrights);
}

/** @param {Machine} machine */
function onPath({ env, platform }) {
  const { delimiter, join } = platform === 'win32' ? win32 : posix;
  const names = platform === 'win32' ? ['chrome.exe'] : NAMES;
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** @param {Machine} machine */
function usualPlaces({ env, platform }) {
  if (platform === 'darwin') return MAC_PLACES;
  if (platform !== 'win32') {
    return LINUX_PLACES.flatMap((folder) =>
      [...NAMES, 'chrome'].map((name) => `${folder}/${name}`),
    );
  }
  return WINDOWS_PLACES.flatMap((name) => env[name] ?? []).flatMap((folder) => [
    win32.join(folder, 'Google/Chrome/Application/chrome.exe'),
    win32.join(folder, 'Chromium/Application/chrome.exe'),
  ]);
}

async function playwrightsChromium() {
  const { chromium } = await import('playwright-core');
  try {
    return chromium.executablePath();
  } catch {
    // Playwright has no browser for this machine.
    return null;
  }
}

/** @type {Machine} */
const thisMachine = {
  env: process.env,
  platform: process.platform,
  root: process.getuid?.() === 0,
  runs(path) {
    try {
      accessSync(path, constants.X_OK);
      return statSync(path).isFile();
    } catch {
      return false;
    }
  },
  sudo() {
    try {
      execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  },
};
