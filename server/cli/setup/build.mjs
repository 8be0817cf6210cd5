import { cpSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { hashFiles, unlessStamped } from './stamp.mjs';
import { giveUp, say } from './terminal.mjs';

// Decks are not among them: they are read when they are shown.
const INPUTS = ['package-lock.json', 'public', 'server', 'src', 'tsconfig.json', 'vite.config.ts'];
const NOT_AN_INPUT = /\.test\.tsx?$/;
const A_DAY_MS = 24 * 60 * 60 * 1000;

/**
 * A hash of all that the product is made of.
 *
 * @param {string} root
 */
export const hashInputs = (root) => hashFiles(root, INPUTS, NOT_AN_INPUT);

/**
 * Builds pages and server into dist/, where their inputs have changed since the last build. Ends
 * the process where it cannot.
 *
 * @param {string} root
 */
export async function ensureBuilt(root) {
  // Taken before the build: what is saved while it runs makes the next start build again.
  await unlessStamped(root, 'dist/.stamp', hashInputs(root), async () => {
    say('Building (only when something has changed) …');
    // Of its own, so that two builds at a time do not write into each other's files.
    const fresh = join(root, `dist/.building-${process.pid}`);
    const results = await Promise.all([
      vite(root, ['--outDir', join(fresh, 'client')]),
      vite(root, ['--mode', 'phone', '--outDir', join(fresh, 'client')]),
      vite(root, ['--ssr', '--outDir', join(fresh, 'server')]),
    ]);
    const failed = results.find(({ code }) => code !== 0);
    if (failed === undefined) replace(join(root, 'dist'), fresh);
    rmSync(fresh, { recursive: true, force: true });
    if (failed !== undefined) giveUp(`Plenary could not be built.\n\n${failed.output.trim()}`);
  });
}

/**
 * @param {string} root
 * @param {readonly string[]} args
 */
function vite(root, args) {
  const command = [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'];
  // Anything else in NODE_ENV would build the developers' edition of the libraries.
  const env = { ...process.env, NODE_ENV: 'production' };
  return runChild(process.execPath, [...command, ...args], { cwd: root, env, output: 'kept' });
}

/**
 * Puts a finished build in the place of the last one. A server may still run on that, and phones ask
 * for the files that its pages name: these are kept for a day, under the hashes in their names.
 *
 * @param {string} dist
 * @param {string} fresh
 */
function replace(dist, fresh) {
  const old = join(dist, 'client/assets');
  const isRecent = (/** @type {string} */ file) =>
    file === old || Date.now() - statSync(file).mtimeMs < A_DAY_MS;
  if (existsSync(old)) {
    const options = { recursive: true, force: false, preserveTimestamps: true, filter: isRecent };
    cpSync(old, join(fresh, 'client/assets'), options);
  }
  for (const part of ['client', 'server']) {
    rmSync(join(dist, part), { recursive: true, force: true });
    renameSync(join(fresh, part), join(dist, part));
  }
}
