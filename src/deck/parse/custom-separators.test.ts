import { describe, expect, it } from 'vitest';
import { compileDeck } from '../compile-deck.ts';
import { deckOf, problemsOf } from '../render/compile-text.ts';

const head = (...options: string[]) => `---\n${options.join('\n')}\n---\n`;
const texts = (text: string) =>
  deckOf(text).slides.map(({ h, v, html }) => `${h}.${v} ${html.replace(/<[^>]*>/g, '').trim()}`);

describe('a deck that names its separators', () => {
  it('is split there only, as in reveal-md', () => {
    const options = head('separator: <!--s-->', 'verticalSeparator: <!--v-->');
    expect(texts(`${options}a\n\n<!--s-->\n\nb\n\n---\n\nc\n\n<!--v-->\n\nd`)).toEqual([
      '0.0 a',
      '1.0 b\n\n\n\n\n\nc',
      '1.1 d',
    ]);
  });

  it('is split where a regular expression matches across lines', () => {
    const options = head('separator: ^\\n---\\n$', 'verticalSeparator: ^\\n--\\n$');
    expect(texts(`${options}a\n\n---\n\nb\n\n--\n\nc\n---\nd`)).toEqual([
      '0.0 a',
      '1.0 b',
      '1.1 c\nd',
    ]);
  });

  it('may be split at blank lines, with either kind of YAML quotes', () => {
    for (const separator of ['"\\n\\n\\n"', "'\\n\\n\\n'", "'\\r\\n\\r\\n\\r\\n'"]) {
      expect(texts(`${head(`separator: ${separator}`)}a\n\nb\n\n\nc`)).toEqual([
        '0.0 a\n\n\nb',
        '1.0 c',
      ]);
      expect(texts(`${head(`separator: ${separator}`)}a\r\n\r\n\r\nc`)).toEqual(['0.0 a', '1.0 c']);
    }
  });

  it('uses --- or -- for a separator that it leaves out', () => {
    expect(texts(`${head('separator: ^===$')}a\n\n===\n\nb\n\n--\n\nc`)).toEqual([
      '0.0 a',
      '1.0 b',
      '1.1 c',
    ]);
    expect(texts(`${head('verticalSeparator: ^===$')}a\n\n---\n\nb\n\n===\n\nc`)).toEqual([
      '0.0 a',
      '1.0 b',
      '1.1 c',
    ]);
  });

  it('is split alike in its other files', () => {
    const { deck } = compileDeck('demo', [
      { file: '1.md', text: `${head('separator: ^===$')}a` },
      { file: '2.md', text: 'b\n\n===\n\nc' },
    ]);
    expect(deck?.slides).toHaveLength(3);
  });

  it('is never split inside a fence or comment', () => {
    const fence = '```\nb\n\n\nc\n```';
    expect(texts(`${head('separator: "\\n\\n\\n"')}a\n\n${fence}\n\n\nd`)).toEqual([
      '0.0 a\n\n\nb\n\n\nc',
      '1.0 d',
    ]);
    expect(texts(`${head('separator: ^===$')}a\n\n<!--\n===\n-->\n\nb\n\n===\n\nc`)).toEqual([
      '0.0 a\n\n\n\n\nb',
      '1.0 c',
    ]);
  });

  it('is never split at the line breaks of a comment', () => {
    const { slides } = deckOf(`${head('separator: "\\n\\n\\n"')}a <!-- b\n\n\nc --> d`);
    expect(slides).toMatchObject([{ html: '<p>a  d</p>', notes: expect.stringContaining('c') }]);
  });

  it('is split directly after a fence', () => {
    expect(texts(`${head("separator: '\\n---\\n'")}\`\`\`\na\n\`\`\`\n---\nb`)).toEqual([
      '0.0 a',
      '1.0 b',
    ]);
  });

  it('gives problems with the lines of the file', () => {
    const text = `${head('separator: "\\n\\n\\n"')}a\n\n\n<script></script>\n\n\nb\n<!--s-->\n<script></script>`;
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/^warning 7: .*\(2 times: also line 12\)$/),
    ]);
  });
});

describe('an invalid separator', () => {
  const separator = (written: string) => problemsOf(`${head(`separator: ${written}`)}# a`);

  it('is an error at its line', () => {
    expect(separator('"(("')).toEqual([
      'error 2: "separator" is not a regular expression that JavaScript can read',
    ]);
    expect(separator('a*')).toEqual(['error 2: "separator" would split the deck at every line']);
    expect(separator('7')).toEqual(['error 2: "separator" must be a text']);
    expect(separator('x'.repeat(101))).toEqual([
      'error 2: "separator" is longer than 100 characters',
    ]);
  });

  it('is an error if it could take forever to match', () => {
    const forever =
      'error 2: "separator" repeats what is repeated already, which can take forever: make it simpler';
    for (const written of [
      "'(-+)+$'",
      "'(?:\\s*-)*x'",
      "'((a{2,})b){1,}'",
      "'\\s*\\s*\\s*\\s*\\s*x'",
    ]) {
      expect(separator(written)).toEqual([forever]);
    }
  });

  it('does not include a repeated group of fixed length', () => {
    expect(separator("'^(?:- ){3,}$'")).toEqual([]);
    expect(separator("'^[*+]{3}\\*+$'")).toEqual([]);
  });
});
