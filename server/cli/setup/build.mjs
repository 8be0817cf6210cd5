import { cpSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { hashFiles, unlessStamped } from './stamp.mjs';
import { giveUp, say } from './terminal.mjs';

// Decks are no inputs, because they are read at run time.
const INPUTS = ['package-lock.json', 'public', 'server', 'src', 'tsconfig.json', 'vite.config.ts'];
const NOT_AN_INPUT = /\.test\.tsx?$/;
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Hashes all inputs of the build.
 *
 * @param {string} root
 */
export const hashInputs = (root) => hashFiles(root, INPUTS, NOT_AN_INPUT);

/**
 * Builds pages and server into dist/ if their inputs have changed since the last build. Ends the process
 * if the build fails.
 *
 * @param {string} root
 */
export async function ensureBuilt(root) {
  // Hashed before the build, so that a file saved while it runs causes another build.
  await unlessStamped(root, 'dist/.stamp', hashInputs(root), async () => {
    say('Building (only when something has changed) …');
    // A folder for each process, so that two builds do not write to the same files.
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
  // Any other NODE_ENV would bundle the development versions of the libraries.
  const env = { ...process.env, NODE_ENV: 'production' };
  return runChild(process.execPath, [...command, ...args], { cwd: root, env, output: 'kept' });
}

/**
 * Replaces the last build by a new one. Assets of the last build, which have hashes in their names, are
 * kept for a day, because phones may still request them from a running server.
 *
 * @param {string} dist
 * @param {string} fresh
 */
function replace(dist, fresh) {
  const old = join(dist, 'client/assets');
  const isRecent = (/** @type {string} */ file) =>
    file === old || Date.now() - statSync(file).mtimeMs < DAY_MS;
  if (existsSync(old)) {
    const options = { recursive: true, force: false, preserveTimestamps: true, filter: isRecent };
    cpSync(old, join(fresh, 'client/assets'), options);
  }
  for (const part of ['client', 'server']) {
    rmSync(join(dist, part), { recursive: true, force: true });
    renameSync(join(fresh, part), join(dist, part));
  }
}
