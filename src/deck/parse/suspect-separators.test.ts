import { describe, expect, it } from 'vitest';
import { problemsOf } from '../render/compile-text.ts';

const slides = (separator: string, count = 3) =>
  Array.from({ length: count }, (_, index) => `# Slide ${index}`).join(`\n\n${separator}\n\n`);
const warnings = (text: string) =>
  problemsOf(text).filter((problem) => problem.includes('looks like a separator'));

describe('[S30] a line that separates slides elsewhere', () => {
  it.each([
    ...['---v', '---h', '--- v ---', '-v-', '--v--', '-----', '***', '___', '* * *', '===', '+++'],
    ...['<!--v-->', '<!-- s -->', '<!-- > -->', '<!-- slide -->', '<!-- new slide -->', ':::'],
    ...[
      '<!-- end_slide -->',
      '<!-- slide vertical=true -->',
      '—',
      '–-',
      '\\newpage',
      ' ---v',
      '<hr>',
    ],
  ])('gives a warning if it repeats: %s', (separator) => {
    expect(warnings(slides(separator)).length).toBeGreaterThan(0);
  });

  it('gives a warning that says how to name it', () => {
    expect(warnings(slides('---v', 2))).toEqual([
      `warning 3: "---v" alone in its line looks like a separator, but starts no slide here. If it should, name it in the deck's options: "separator: '^---v$'" or "verticalSeparator: '^---v$'"`,
    ]);
    expect(warnings(slides('***'))[0]).toContain(String.raw`'^\*\*\*$'`);
  });

  it('gives a warning beside separators that the deck names', () => {
    const text = `---\nseparator: '^===$'\nverticalSeparator: '^---v$'\n---\n${slides('--')}\n\n===\n\n# b`;
    expect(warnings(text).length).toBeGreaterThan(0);
  });

  it('is nothing special in code, in comments, or where the deck names it', () => {
    expect(warnings(`# a\n\n\`\`\`\n${slides('---v')}\n\`\`\``)).toEqual([]);
    expect(warnings(`# a\n\n<!--\n${slides('---v')}\n-->`)).toEqual([]);
    expect(warnings(`---\nverticalSeparator: '^---v$'\n---\n${slides('---v')}`)).toEqual([]);
  });

  it('may underline a heading', () => {
    expect(warnings('a\n===\n\ntext\n\nb\n===\n\nc\n-----\n\nd\n-----')).toEqual([]);
  });

  it('may be a rule of Markdown, a list or a word in a deck that has other slides', () => {
    for (const line of ['***', '-----', '- v', '* a', '--help', '<!-- say this -->', '==']) {
      expect(
        warnings(`# a\n\n${line}\n\nb\n\n${line === '--help' ? '' : line}\n\n---\n\n# c`),
      ).toEqual([]);
    }
  });
});
