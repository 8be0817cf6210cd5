import { createHash } from 'node:crypto';
import {
  cpSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { withSetupLock } from './setup-lock.mjs';
import { giveUp, say } from './terminal.mjs';

/** Everything that the product is made of. Decks are not: they are read when they are shown. */
const INPUTS = ['package-lock.json', 'public', 'server', 'src', 'tsconfig.json', 'vite.config.ts'];
const NOT_AN_INPUT = /\.test\.tsx?$/;

const A_DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Builds pages and server into dist/ where what they are made of has changed since the last build.
 * Ends the process where it cannot.
 *
 * @param {string} root
 */
export async function ensureBuilt(root) {
  if (isFresh(root)) return;
  await withSetupLock(root, async () => {
    if (!isFresh(root)) await build(root);
  });
}

/**
 * Names the product by all that it is made of.
 *
 * @param {string} root
 */
export function hashInputs(root) {
  const hash = createHash('sha256');
  for (const path of INPUTS.flatMap((input) => filesBelow(root, input))) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path a file or folder
 * @returns {string[]} its files, in an order that does not depend on the machine
 */
function filesBelow(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (found === undefined || NOT_AN_INPUT.test(path)) return [];
  if (!found.isDirectory()) return [path];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => filesBelow(root, `${path}/${name}`));
}

/** @param {string} root */
function isFresh(root) {
  try {
    return readFileSync(stampOf(root), 'utf8') === hashInputs(root);
  } catch {
    return false;
  }
}

/** @param {string} root */
function stampOf(root) {
  return join(root, 'dist/.stamp');
}

/** @param {string} root */
async function build(root) {
  say('Building (only when something has changed) …');
  // Taken before the build: what is saved while it runs makes the next start build again.
  const stamp = hashInputs(root);
  const fresh = join(root, 'dist/.building');
  rmSync(fresh, { recursive: true, force: true });
  const results = await Promise.all([
    vite(root, ['--outDir', join(fresh, 'client')]),
    vite(root, ['--mode', 'phone', '--outDir', join(fresh, 'client')]),
    vite(root, ['--ssr', '--outDir', join(fresh, 'server')]),
  ]);
  const failed = results.find(({ code }) => code !== 0);
  if (failed !== undefined) giveUp(`Plenary could not be built.\n\n${failed.output.trim()}`);
  moveIn(root, fresh);
  writeFileSync(stampOf(root), stamp);
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
 * Puts a finished build in the place of the last one; without a stamp in between, so that what is
 * interrupted here is built again.
 *
 * @param {string} root
 * @param {string} fresh
 */
function moveIn(root, fresh) {
  const dist = join(root, 'dist');
  rmSync(stampOf(root), { force: true });
  keepAssets(join(dist, 'client/assets'), join(fresh, 'client/assets'));
  for (const part of ['client', 'server']) {
    rmSync(join(dist, part), { recursive: true, force: true });
    renameSync(join(fresh, part), join(dist, part));
  }
  rmSync(fresh, { recursive: true });
}

/**
 * A server may still run on the last build, and the phones in its room ask for the files that its
 * pages name. Their names hold their content's hash, so old and new never meet.
 *
 * @param {string} old
 * @param {string} fresh
 */
function keepAssets(old, fresh) {
  if (statSync(old, { throwIfNoEntry: false }) === undefined) return;
  cpSync(old, fresh, {
    recursive: true,
    force: false,
    preserveTimestamps: true,
    filter: (file) => file === old || Date.now() - statSync(file).mtimeMs < A_DAY_MS,
  });
}
