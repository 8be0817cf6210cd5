import { mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { giveUp, say } from './terminal.mjs';

const SIGN_OF_LIFE_MS = 1_000;
/** A holder that gave no sign of life for so long was killed. Process ids would not tell: the
 * holder may have lived in a container whose ids start anew. */
const DEAD_AFTER_MS = 10_000;
const LOOK_AGAIN_MS = 200;

/**
 * Runs `work` while no other process installs or builds in the same folder: two at a time would
 * ruin node_modules or dist.
 *
 * @param {string} root
 * @param {() => Promise<void>} work
 */
export async function withSetupLock(root, work) {
  const path = join(root, 'dist/.setup-lock');
  makeFolder(dirname(path));
  let told = false;
  while (!take(path)) {
    if (!told) say('Another Plenary is installing or building here; waiting for it …');
    told = true;
    if (isAbandoned(path)) rmSync(path, { force: true });
    else await pause(LOOK_AGAIN_MS);
  }
  const free = keep(path);
  try {
    await work();
  } finally {
    free();
  }
}

/** @param {string} path */
function makeFolder(path) {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    giveUp(`Plenary builds into ${path}, which cannot be made: ${String(error)}`);
  }
}

/** @param {string} path */
function take(path) {
  try {
    writeFileSync(path, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} path */
function isAbandoned(path) {
  const holder = statSync(path, { throwIfNoEntry: false });
  return holder !== undefined && Date.now() - holder.mtimeMs > DEAD_AFTER_MS;
}

/**
 * @param {string} path
 * @returns {() => void} gives the lock back
 */
function keep(path) {
  const alive = setInterval(() => signOfLife(path), SIGN_OF_LIFE_MS);
  const free = () => {
    clearInterval(alive);
    process.off('exit', free);
    rmSync(path, { force: true });
  };
  process.on('exit', free);
  return free;
}

/** @param {string} path */
function signOfLife(path) {
  const now = new Date();
  try {
    utimesSync(path, now, now);
  } catch {
    // A machine that slept in the middle of the work may wake up to find its lock taken for dead.
  }
}
