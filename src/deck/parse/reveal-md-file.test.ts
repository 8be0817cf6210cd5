import { describe, expect, it } from 'vitest';
import { compileDeck } from '../compile-deck.ts';
import type { CompiledDeck } from '../deck.ts';

/** Compiles a deck of one file beside this `reveal-md.json`. */
const compile = (settings: string, text: string): CompiledDeck =>
  compileDeck('demo', [
    { file: 'deck.md', text },
    { file: 'reveal-md.json', text: settings },
  ]);
const places = (settings: string, text: string) =>
  compile(settings, text).deck?.slides.map(({ h, v, title }) => `${h}.${v} ${title}`);

const SLIDES = '# a\n\n---\n\n# b\n\n---v\n\n# c\n';

describe('[S30] a reveal-md.json beside a deck', () => {
  it.each([
    [
      'with escaped line breaks',
      String.raw`{"separator": "\n---\n", "verticalSeparator": "\n---v\n"}`,
    ],
    [
      'with those of Windows',
      String.raw`{"separator": "\r?\n---\r?\n", "verticalSeparator": "\r\n---v\r\n"}`,
    ],
    ['with anchors', String.raw`{"separator": "^---$", "verticalSeparator": "^---v$"}`],
    [
      'with escapes of expressions',
      String.raw`{"separator": "^\\s*---\\s*$", "verticalSeparator": "^\\s*---v\\s*$"}`,
    ],
    ['that names one separator', String.raw`{"verticalSeparator": "\n---v\n"}`],
    ['with tabs, comments and a last comma', '{\n\t// here\n\t"verticalSeparator": "^---v$",\n}'],
    ['with false for its own', '{"separator": false, "verticalSeparator": "^---v$"}'],
  ])('separates the slides, %s', (_name, settings) => {
    expect(places(settings, SLIDES)).toEqual(['0.0 a', '1.0 b', '1.1 c']);
    expect(compile(settings, SLIDES).problems).toEqual([]);
  });

  it('separates the slides of every file', () => {
    const { deck } = compileDeck('demo', [
      { file: '1.md', text: '# a\n\n<!-- s -->\n\n# b' },
      { file: '2.md', text: '# c\n\n<!-- s -->\n\n# d' },
      { file: 'reveal-md.json', text: '{"separator": "<!-- s -->"}' },
    ]);
    expect(deck?.slides).toHaveLength(4);
  });

  it('separates the notes', () => {
    const { deck } = compile('{"notesSeparator": "^Speaker:"}', '# a\n\nspeaker: b');
    expect(deck?.slides[0]).toMatchObject({ html: '<h1>a</h1>', notes: '<p>b</p>' });
  });

  it.each([
    String.raw`{"separator": "\r?\n---\r?\n", "verticalSeparator": "\r?\n----\r?\n"}`,
    String.raw`{"separator": "^---$", "verticalSeparator": "^--$"}`,
    String.raw`{"separator": "^\\s*---\\s*$"}`,
  ])('leaves slides their options if it names the usual separators: %s', (settings) => {
    const text = '# a\n\n---\nlayout: quote\n---\n\n# b\n\n--\n\n# c\n';
    expect(places(settings, text)).toEqual(['0.0 a', '1.0 b', '1.1 c']);
  });

  it('needs blank lines around a separator where its expression does, as in reveal-md', () => {
    const settings = String.raw`{"separator": "^(\r\n?|\n)---(\r\n?|\n)$"}`;
    const inFrontMatter = String.raw`'^(\r\n?|\n)---(\r\n?|\n)$'`;
    expect(places(settings, 'a\n---\nb\n\n---\n\n# c')).toEqual(['0.0 a', '1.0 c']);
    expect(places('', `---\nseparator: ${inFrontMatter}\n---\na\n---\n\n---\n\n# c`)).toHaveLength(
      2,
    );
  });

  it('gives way to the front matter', () => {
    const front = "---\nseparator: '^\\+\\+$'\n---\n# a\n\n++\n\n# b\n\n---v\n\n# c";
    const settings = '{"separator": "^===$", "verticalSeparator": "^---v$"}';
    expect(places(settings, front)).toEqual(['0.0 a', '1.0 b', '1.1 c']);
  });

  it('has no other effect, which one warning says', () => {
    expect(compile('{\n"theme": "x",\n"css": ["a"]\n}', '# a').problems).toMatchObject([
      {
        severity: 'warning',
        file: 'reveal-md.json',
        line: 2,
        message: 'Only separators are read from this file, not theme, css',
      },
    ]);
  });

  it('is an error if it cannot be read', () => {
    const broken = ['{"separator": "x', '["---"]', '{"separator": "(("}', '{"separator": 3}'];
    for (const settings of broken) {
      const { deck, problems } = compile(settings, '# a');
      expect(deck).toBeNull();
      expect(problems).toMatchObject([{ severity: 'error', file: 'reveal-md.json' }]);
    }
    for (const settings of ['', '{}', '// nothing']) {
      expect(compile(settings, '# a').problems).toEqual([]);
    }
  });
});
