// Whether each rule of docs/rules.md has a test, and tests name rules that there are. Run by
// itself, it checks the tree that it stands in.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRulesPage } from './rules-page.mjs';
import { findTests } from './test-names.mjs';

/** @typedef {import('./boundaries.mjs').Violation} Violation */

export const PAGE = 'docs/rules.md';

const FOLDERS = ['src', 'server', 'test'];

/** Where every test holds a rule: what is promised to people happens here. */
const ALL_HOLD = /^(src\/session|test\/integration|test\/faults)\//;

/**
 * Reads the rules and every file of tests.
 *
 * @param {string} root
 * @returns {{ page: string, files: Map<string, string> }} the page's text; the files' texts by path
 */
export function readRulesAndTests(root) {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.test\.tsx?$/.test(path))
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
  );
  const files = new Map(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  return { page: readFileSync(join(root, PAGE), 'utf8'), files };
}

/**
 * Checks rules against tests, and tests against rules.
 *
 * @param {string} page text of docs/rules.md
 * @param {ReadonlyMap<string, string>} files text by path
 * @returns {{ violations: Violation[], rules: number, tests: number }} with how much was read
 */
export function checkRules(page, files) {
  const { rules, problems } = readRulesPage(page);
  const violations = problems.map((problem) => ({ file: PAGE, ...problem }));
  const held = new Set();
  let count = 0;
  for (const [file, text] of files) {
    const found = findTests(file, text);
    count += found.tests.length;
    for (const test of found.tests) if (test.runs) for (const rule of test.tested) held.add(rule);
    violations.push(...complaints(found, rules, file));
  }
  for (const [rule, line] of rules) {
    if (held.has(rule)) continue;
    const message = `no test holds [${rule}]: write one, with its number in its name`;
    violations.push({ file: PAGE, line, message });
  }
  return { violations, rules: rules.size, tests: count };
}

/**
 * @param {import('./test-names.mjs').TestFile} found
 * @param {ReadonlyMap<string, number>} rules
 * @param {string} file
 * @returns {Violation[]}
 */
function complaints({ groups, tests, problem }, rules, file) {
  if (problem !== null) return [{ file, line: 1, message: `cannot be read: ${problem}` }];
  const unknown = [...groups, ...tests].flatMap(({ line, rules: named }) =>
    named
      .filter((rule) => !rules.has(rule))
      .map((rule) => ({ file, line, message: `[${rule}] is no rule of ${PAGE}` })),
  );
  const message = `names no rule: put the number of the one that it holds before its name`;
  const without = ALL_HOLD.test(file) ? tests.filter(({ tested }) => tested.length === 0) : [];
  return [...unknown, ...without.map(({ line }) => ({ file, line, message }))];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { page, files } = readRulesAndTests(fileURLToPath(new URL('../..', import.meta.url)));
  const { violations, rules, tests } = checkRules(page, files);
  for (const { file, line, message } of violations) {
    process.stdout.write(`${file}:${line}: ${message}\n`);
  }
  process.stdout.write(`${rules} rules and ${tests} tests read\n`);
  process.exitCode = violations.length === 0 && rules > 0 && tests > 0 ? 0 : 1;
}
