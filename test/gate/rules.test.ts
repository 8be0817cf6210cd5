import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkRules, readRulesAndTests } from './rules.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const page = `# Rules

Here is explained that \`it('[V2] …')\` holds **[V2]**.

## Sessions [S]

- **[S1]** A session is what its facts come to.

## Votes [V]

- **[V1]** An answer is durable.
`;
const bothHeld = "it('[S1] [V1] is held', () => {});";

/** What is said of a page and tests, without the tests that hold both of its rules. */
function complaints(rules: string, files: Record<string, string>): string[] {
  const { violations } = checkRules(rules, new Map(Object.entries(files)));
  return violations.map(({ file, line, message }) => `${file}:${line}: ${message}`);
}

/** What is said of a test beside one that holds all rules of the page. */
function complaintsAbout(text: string, file = 'src/lib/a.test.ts'): string[] {
  return complaints(page, { 'test/held.test.ts': bothHeld, [file]: text });
}

/** Whether a test holds the rule [V1]. */
function holds(text: string): boolean {
  const found = complaints(page, { 'a.test.ts': `it('[S1] is held', () => {}); ${text}` });
  expect(found.filter((line) => !line.includes('no test holds [V1]'))).toEqual([]);
  return found.length === 0;
}

describe('this tree', () => {
  const tree = readRulesAndTests(root);

  it('is read as a whole: each file with tests, and each rule', () => {
    const files = ['src', 'server', 'test'].flatMap((folder) =>
      readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' }),
    );
    expect(tree.files.size).toBe(files.filter((file) => /\.test\.tsx?$/.test(file)).length);
    const bold = readFileSync(`${root}docs/rules.md`, 'utf8').match(/\*\*\[/g);
    const { rules, tests } = checkRules(tree.page, tree.files);
    expect(rules).toBe(bold?.length);
    expect(rules).toBeGreaterThan(45);
    expect(tests).toBeGreaterThan(tree.files.size * 5);
  });

  it('has a test for each rule, and a rule for each number', () => {
    expect(checkRules(tree.page, tree.files).violations).toEqual([]);
  });
});

describe('a rule', () => {
  it('without a test is found, at its line', () => {
    const found = complaints(page, { 'a.test.ts': "it('[S1] is held', () => {});" });
    expect(found).toEqual([
      'docs/rules.md:11: no test holds [V1]: write one, with its number in its name',
    ]);
  });

  it.each([
    ["it('[V1] is kept', () => {});"],
    ["it('is kept, as [V1] says', () => {});"],
    ["it('[S1] [V1] is kept', () => {});"],
    ['it(`[V1] is kept ${n} times`, () => {});'],
    ["it('is kept' + ' [V1]', () => {});"],
    ["it.each([1, 2])('[V1] is kept %i times', () => {});"],
    ["it.each`n ${1}`('[V1] is kept $n times', () => {});"],
    ["it.skipIf(windows)('[V1] is kept', () => {});"],
    ["it.concurrent('[V1] is kept', { timeout: 1 }, () => {});"],
    ["test('[V1] is kept', () => {});"],
    ["describe('[V1] an answer', () => { it('is kept', () => {}); });"],
    ["describe.each(kinds)('[V1] %s', () => { describe('a', () => { it('b', () => {}); }); });"],
    ['for (const n of [1, 2]) it(`[V1] ${n}`, () => {});'],
  ])('is held by %s', (text) => {
    expect(holds(text)).toBe(true);
  });

  it.each([
    ["// it('[V1] is kept', () => {});"],
    ["/* [V1] */ it('is kept', () => {});"],
    ["const example = `it('[V1] is kept', () => {});`;"],
    ["it.skip('[V1] is kept', () => {});"],
    ["it.todo('[V1] is kept');"],
    ["it('[V1] is kept');"],
    ["it('[V1] is kept', { skip: true }, () => {});"],
    ["it.fails('[V1] is kept', () => {});"],
    ["it.skip.each([1])('[V1] is kept', () => {});"],
    ["describe.skip('an answer', () => { it('[V1] is kept', () => {}); });"],
    ["describe('[V1] an answer', () => {});"],
    ["describe('[V1] an answer', () => { it.skip('is kept', () => {}); });"],
    ["describe('[V1] an answer', () => {}); it('is kept', () => {});"],
    ["it('V1 is kept', () => {});"],
    ["it('is kept', () => { expect(text, '[V1]').toBe(1); });"],
  ])('is not held by %s', (text) => {
    expect(holds(text)).toBe(false);
  });
});

describe('a test', () => {
  it('that names no rule that there is, is found, at the line of its name', () => {
    const missing = 'is no rule of docs/rules.md';
    const at = 'src/lib/a.test.ts';
    expect(complaintsAbout("\nit('[V2] is kept', () => {});")).toEqual([
      `${at}:2: [V2] ${missing}`,
    ]);
    expect(complaintsAbout("\ndescribe.each([\n1])('[Z1]', () => {});")).toEqual([
      `${at}:3: [Z1] ${missing}`,
    ]);
    expect(complaintsAbout("it.skip('[V1] [v1]', () => {});")).toEqual([
      `${at}:1: [v1] ${missing}`,
    ]);
  });

  it.each(['src/session/a.test.ts', 'test/integration/a.test.ts', 'test/faults/b/a.test.ts'])(
    'has to name a rule in %s, by itself or by the group around it',
    (file) => {
      const [found, ...more] = complaintsAbout(
        "describe('a', () => {\nit('b', () => {}); });",
        file,
      );
      expect(found).toMatch(/^\S+:2: names no rule: /);
      expect(more).toEqual([]);
      expect(complaintsAbout("describe('[V1]', () => { it('b', () => {}); });", file)).toEqual([]);
      expect(complaintsAbout('it(name, () => {});', file)).toHaveLength(1);
    },
  );

  it('may name none elsewhere', () => {
    expect(complaintsAbout("it('is small', () => {});", 'src/lib/a.test.ts')).toEqual([]);
  });

  it('that cannot be read is no test without a rule', () => {
    expect(complaintsAbout("it('a', ")[0]).toContain('src/lib/a.test.ts:1: cannot be read');
  });
});

describe('the page of rules', () => {
  const [head = ''] = page.split('## Votes');
  const votes = (...lines: string[]) =>
    complaints([`${head}## Votes [V]`, '', '- **[V1]** A rule.', ...lines].join('\n'), {
      'a.test.ts': bothHeld,
    });

  it('is fine as it should be', () => {
    expect(votes('')).toEqual([]);
  });

  it('has each number once', () => {
    expect(votes('- **[V1]** Another rule.')).toEqual([
      'docs/rules.md:12: [V1] is the number of the rule in line 11',
    ]);
  });

  it('has each rule in the section of its letter, and each section once', () => {
    expect(votes('- **[S2]** A rule.')).toEqual([
      'docs/rules.md:12: [S2] stands in the section [V]',
    ]);
    expect(votes('## Sessions again [S]')).toEqual(['docs/rules.md:12: is a second section [S]']);
  });

  it.each([
    '- **[V2]** A rule without an end',
    '- **[V2]** a rule.',
    '- **V2** A rule.',
    '- **[V02]** A rule.',
    '- [V2] A rule.',
    '* **[V2]** A rule.',
    '  - **[V2]** A rule.',
    'and how it goes on.',
    '## Phases',
    '## Phases [Q]',
  ])('has no line that is neither a rule nor a heading: %s', (line) => {
    const [found, ...more] = votes(line);
    expect(found).toMatch(/^docs\/rules\.md:12: is no (rule|heading)/);
    expect(more).toEqual([]);
  });
});
