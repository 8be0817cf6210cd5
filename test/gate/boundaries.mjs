// Who may import whom. Run by itself, it checks the tree that it stands in.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findImports } from './imports.mjs';
import { placeOf } from './places.mjs';
import { complaint } from './import-rules.mjs';

/**
 * @typedef {object} Violation
 * @property {string} file from the project's folder
 * @property {number} line from 1
 * @property {string} message
 */

const FOLDERS = ['src', 'server'];
const MODULES = new Set(['.ts', '.tsx', '.mjs']);

/**
 * Reads every module of a tree.
 *
 * @param {string} root
 * @returns {Map<string, string>} text by path from `root`, with slashes
 */
export function readModules(root) {
  const paths = FOLDERS.flatMap((folder) => modulesBelow(root, folder));
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/**
 * Checks every import of every module. Types count: who knows another's shape depends on it.
 *
 * @param {ReadonlyMap<string, string>} modules text by path
 * @returns {Violation[]} in the order of the modules
 */
export function checkBoundaries(modules) {
  const paths = [...modules.keys()];
  return [...modules].flatMap(([file, text]) => {
    const from = placeOf(file);
    if (from === null) return [{ file, line: 1, message: 'stands in no part that has rules' }];
    return findImports(file, text, paths).flatMap((found) => {
      const message = complaint(from, found);
      return message === null ? [] : [{ file, line: found.line, message }];
    });
  });
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function modulesBelow(root, folder) {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return modulesBelow(root, path);
    return MODULES.has(extname(entry.name)) ? [path] : [];
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const modules = readModules(fileURLToPath(new URL('../..', import.meta.url)));
  const violations = checkBoundaries(modules);
  for (const { file, line, message } of violations) {
    process.stdout.write(`${file}:${line}: ${message}\n`);
  }
  process.stdout.write(`${modules.size} modules read\n`);
  process.exitCode = violations.length === 0 && modules.size > 0 ? 0 : 1;
}
