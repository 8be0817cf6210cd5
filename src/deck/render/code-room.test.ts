import { describe, expect, it } from 'vitest';
import { problemsOf, slideOf } from './compile-text.ts';

const fence = (lines: number, info = 'text', line = 'a') => [
  `\`\`\`${info}`,
  ...Array.from({ length: lines }, () => line),
  '```',
];
const problems = (...lines: string[]) => problemsOf(lines.join('\n'));
const columns = (left: readonly string[], right: readonly string[]) => [
  '---',
  'layout: two-cols',
  '---',
  '',
  '## Two columns',
  '',
  ...left,
  '',
  '::right::',
  '',
  ...right,
];

describe('[S37] code that is larger than its place on the slide', () => {
  it('has a warning of how many of its lines are shown at once', () => {
    expect(problems(...fence(114))).toEqual([
      expect.stringMatching(/^warning 1: This code shows 18 of 114 lines; .* \[1-18\|19-36\]$/),
    ]);
    expect(problems('## A heading', '', ...fence(114))[0]).toContain('shows 15 of 114 lines');
    expect(problems(...fence(18))).toEqual([]);
    expect(problems('## A heading', '', ...fence(15))).toEqual([]);
    expect(problems('## A heading', '', ...fence(16))).toHaveLength(1);
  });

  it('has a warning of how many of its columns are shown', () => {
    const wide = (length: number) => problems(...fence(2, 'text', 'x'.repeat(length)));
    expect(wide(160)).toEqual([
      'warning 1: This code shows 80 of 160 columns: break its long lines',
    ]);
    expect(wide(80)).toEqual([]);
    expect(problems(...fence(1, 'text', `${'\t'.repeat(20)}x`))[0]).toContain('80 of 81 columns');
    expect(problems(...fence(1, 'text []', 'x'.repeat(80)))[0]).toContain('76 of 80 columns');
    expect(problems(...fence(1, 'text', '木'.repeat(40)))).toEqual([]);
    expect(problems(...fence(1, 'text', '木'.repeat(41)))[0]).toContain('80 of 82 columns');
  });

  it('leaves room for the texts beside it', () => {
    const list = ['- one', '- two', '- three'];
    expect(problems('## A', '', ...list, '', ...fence(20))[0]).toContain('shows 10 of 20 lines');
    expect(problems(...fence(20), '', 'word '.repeat(40))[0]).toContain('shows 12 of 20 lines');
  });

  it('shares it with the other code of the slide', () => {
    expect(problems(...fence(20), '', ...fence(20))).toEqual([
      expect.stringMatching(/shows 8 of 20 lines.* \(2 times: also line 24\)$/),
    ]);
    expect(problems(...fence(4), '', ...fence(60))[0]).toContain('shows 3 of 4 lines');
  });

  it('is measured in each block of one <pre>', () => {
    const block = `<code>${'a\n'.repeat(20)}</code>`;
    expect(problems(`<pre>${block}\n${block}</pre>`)).toEqual([
      expect.stringMatching(/^warning 1: This code shows 8 of 20 lines.* also line 22\)$/),
    ]);
    const wide = `<code>${'x'.repeat(80)}</code>`;
    expect(problems(`<pre>${wide}${wide}</pre>`)).toEqual([]);
  });

  it('leaves room for a question, and for footnotes', () => {
    const poll = ['```poll', 'id: a', 'question: Q?', 'options: [a, b]', '```'];
    expect(problems(...fence(8), '', ...poll)[0]).toContain('shows 7 of 8 lines');
    expect(problems(...fence(18), '', 'a[^1]', '', '[^1]: b')[0]).toContain('shows 14 of 18 lines');
  });

  it('may stand in a column, or in a list', () => {
    expect(problems(...columns(['text'], fence(30, 'text', 'x'.repeat(40))))).toEqual([
      expect.stringMatching(/^warning 11: This code shows 15 of 30 lines/),
      'warning 11: This code shows 37 of 40 columns: break its long lines',
    ]);
    const listed = ['- a', '', ...fence(30).map((line) => `  ${line}`)];
    expect(problems(...listed)[0]).toMatch(/^warning 3: This code shows 15 of 30 lines/);
  });

  it('counts once if it has steps, and not in notes', () => {
    expect(problems(...fence(114, 'text [1|50|114]'))).toHaveLength(1);
    expect(problems('# a', '', 'Note:', '', ...fence(114))).toEqual([]);
  });
});

it('line numbers of three digits have room', () => {
  expect(slideOf(fence(114, 'text []').join('\n')).html).toContain('"code numbered numbered-3"');
  expect(slideOf(fence(2, 'text [99:]').join('\n')).html).toContain('"code numbered numbered-3"');
  expect(slideOf(fence(99, 'text []').join('\n')).html).toContain('"code numbered"');
});
