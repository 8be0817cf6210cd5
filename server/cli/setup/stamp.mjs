import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 200;

/**
 * Runs `work` unless a stamp file shows that it was done for the same inputs. The stamp is written only
 * afterwards, so that failed or interrupted work is done again.
 *
 * @param {string} root
 * @param {string} file the stamp, from the root
 * @param {string} inputs a hash
 * @param {() => Promise<void>} work
 */
export async function unlessStamped(root, file, inputs, work) {
  const stamp = join(root, file);
  if (readOrNull(stamp) === inputs) return;
  const release = await takeLock(join(root, 'dist/.setup-lock'));
  try {
    if (readOrNull(stamp) === inputs) return;
    rmSync(stamp, { force: true });
    await work();
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, inputs);
  } finally {
    release();
  }
}

/**
 * Waits for the lock of the set-up, because two installations at a time would corrupt node_modules. The
 * lock file holds a process id, so that the lock of a killed process is ignored.
 *
 * @param {string} file
 * @returns {Promise<() => void>} releases the lock
 */
async function takeLock(file) {
  const release = () => rmSync(file, { force: true });
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      process.once('exit', release);
      return release;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    if (isRunning(Number(readOrNull(file)))) await pause(POLL_MS);
    else release();
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * Hashes files, and those in folders, with their paths and contents.
 *
 * @param {string} root
 * @param {readonly string[]} paths
 * @param {RegExp} [except] paths to ignore
 */
export function hashFiles(root, paths, except) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((input) => filesBelow(root, input))) {
    if (except?.test(path)) continue;
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
  if (found?.isDirectory() !== true) return found === undefined ? [] : [path];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => filesBelow(root, `${path}/${name}`));
}

/** @param {string} file */
function readOrNull(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
