import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

const NUMBER = /\[([SVPRXAN][1-9]\d*)\]/g;
/** The name of a test, or of a group of tests, that is neither skipped nor left to do. */
const NAMED = /\b(?:it|describe)(?:\.(?:each|for|skipIf|runIf)\b[\s\S]*?\))?\(\s*(['"`])(.*?)\1/g;

const page = readFileSync('docs/rules.md', 'utf8');
const rules = [...page.matchAll(/^- \*\*\[([SVPRXAN][1-9]\d*)\]\*\* [A-Z].*\.$/gm)].map(
  ([, number = '']) => number,
);

/** The numbers in the names of all tests, by file. */
function testedRules(): Map<string, readonly string[]> {
  const files = ['src', 'server', 'test'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(\.test|-contract)\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  const numbersIn = (text: string) =>
    [...text.matchAll(NAMED)].flatMap(([, , name = '']) =>
      [...name.matchAll(NUMBER)].map(([, number = '']) => number),
    );
  return new Map(files.map((file) => [file, numbersIn(readFileSync(file, 'utf8'))]));
}

it('Each rule has a number of its own, and is on one line', () => {
  expect(rules.length).toBe(page.match(/^- /gm)?.length);
  expect(new Set(rules).size).toBe(rules.length);
});

it('Each rule has a test that carries its number', () => {
  const tested = new Set([...testedRules().values()].flat());
  expect(rules.filter((rule) => !tested.has(rule))).toEqual([]);
});

it('Each number in the name of a test is that of a rule', () => {
  const unknown = [...testedRules()].flatMap(([file, numbers]) =>
    numbers.filter((number) => !rules.includes(number)).map((number) => `${file}: [${number}]`),
  );
  expect(unknown).toEqual([]);
});
