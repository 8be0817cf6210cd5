import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deckOf, problemsOf } from '../render/compile-text.ts';

const places = (text: string) => deckOf(text).slides.map(({ h, v }) => `${h}.${v}`);
const titles = (text: string) => deckOf(text).slides.map(({ title }) => title);

describe('slides', () => {
  it('are separated by ---, and vertically by -- and the ---- of reveal-md', () => {
    const text = '# a\n\n---\n\n# b\n\n--\n\n# c\n\n----\n\n# d\n\n---\n\n# e';
    expect(titles(text)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(places(text)).toEqual(['0.0', '1.0', '1.1', '1.2', '2.0']);
  });

  it('are separated in files with any line endings', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = `\uFEFF---\ntitle: T\n---\n\n# a\n\n---\n\n# b\n`.replaceAll('\n', end);
      expect(deckOf(text).title).toBe('T');
      expect(titles(text)).toEqual(['a', 'b']);
    }
  });

  it('are separated by dashes with trailing blanks, but not by other rules of Markdown', () => {
    expect(titles('# a\n\n---  \n\n# b\n\n-----\n\n - - -\n\n***\n\n| a |\n| - |')).toEqual([
      'a',
      'b',
    ]);
  });

  it('do not include blank text before the first or after the last ---', () => {
    expect(titles('\n---\n\n# a\n\n---\n\n# b\n\n---\n\n')).toEqual(['a', 'b']);
  });

  it('may be empty in the middle, with a warning', () => {
    expect(titles('# a\n\n---\n\n---\n\n# b')).toEqual(['a', '', 'b']);
    expect(problemsOf('# a\n\n---\n\n---\n\n# b')).toEqual(['warning 4: This slide is empty']);
  });

  it('are not separated inside a comment', () => {
    expect(titles('# a\n\n<!--\n---\n-->\n\n# b\n\n---\n\n# c')).toEqual(['a', 'c']);
  });

  it('are not separated inside a fence of any form', () => {
    const line = fc.constantFrom(
      '---',
      '--',
      '----',
      'text',
      '',
      '# b',
      '<!--',
      '-->',
      '~~',
      '``',
      'Note: x',
    );
    const fence = fc
      .record({
        mark: fc.constantFrom('`', '~'),
        length: fc.integer({ min: 3, max: 6 }),
        indent: fc.integer({ min: 0, max: 3 }),
        info: fc.constantFrom('', 'js', 'yaml [1|2]', 'no-language'),
        lines: fc.array(line, { maxLength: 8 }),
      })
      .map(({ mark, length, indent, info, lines }) => {
        const marks = ' '.repeat(indent) + mark.repeat(length);
        return [`${marks}${info}`, ...lines, marks].join('\n');
      });
    fc.assert(
      fc.property(fc.array(fence, { minLength: 1, maxLength: 4 }), (fences) => {
        expect(titles(`# a\n\n${fences.join('\n\n')}\n\n---\n\n# z`)).toEqual(['a', 'z']);
      }),
    );
  });

  it('are the same in one file as in several joined ones', () => {
    const slide = fc.constantFrom(
      '# a',
      'text\n\n- b',
      '```js\n---\n```',
      'c <!-- d -->',
      '# e\n\nNote: f',
    );
    const joint = fc.constantFrom('---', '--', '----');
    fc.assert(
      fc.property(slide, fc.array(fc.tuple(joint, slide), { maxLength: 8 }), (first, rest) => {
        const text = first + rest.map(([mark, next]) => `\n\n${mark}\n\n${next}`).join('');
        const alone = [first, ...rest.map(([, next]) => next)].map((one) => deckOf(one).slides[0]);
        const inFile = deckOf(text).slides;
        expect(inFile.map(({ html }) => html)).toEqual(alone.map((one) => one?.html));
        expect(inFile.map(({ notes }) => notes)).toEqual(alone.map((one) => one?.notes));
      }),
    );
  });
});

describe('a line of dashes directly beneath text', () => {
  const warning = (line: number) =>
    `warning ${line}: A new slide starts here, though Markdown reads a line of dashes directly ` +
    'beneath text as underlining a heading: leave a blank line above it, or write "## …" for a heading';

  it('separates slides, with a warning', () => {
    expect(titles('# a\n\ntext\n---\n# b\n\ntext\n--\n# c')).toEqual(['a', 'b', 'c']);
    expect(problemsOf('# a\n\ntext\n---\n# b\n\ntext\n--\n# c')).toEqual([
      `${warning(4)} (2 times: also line 8)`,
    ]);
  });

  it('gives no warning if Markdown would make no heading of the text', () => {
    for (const above of ['# a', '- a', '1. a', '> a', '| a |', '<br>', '```\n```', '<!--\n-->']) {
      expect(problemsOf(`# t\n\n${above}\n---\n# b`)).toEqual([]);
    }
  });

  it('gives no warning after speaker notes, as in reveal.js decks', () => {
    expect(problemsOf('# a\n\nNote: b\nc\n---\n# d')).toEqual([]);
  });
});

describe('a fence or comment that is never closed', () => {
  it('is an error at its opening line', () => {
    expect(problemsOf('# a\n\n```js\nb\n\n---\n\n# c')).toEqual([
      'error 3: This block is never closed, by a line of ``` or ~~~ as it was opened: all that follows is read as code',
    ]);
    expect(problemsOf('# a\n\nb <!-- c\n\n---\n\n# d')).toEqual([
      'error 3: This comment is never closed with -->: all that follows is left out',
    ]);
  });

  it('gives a warning if a comment opens inside a comment', () => {
    expect(problemsOf('# a\n\n<!-- b\n\n---\n\n# c\n\n<!-- d -->')).toEqual([
      'warning 3: Another comment opens inside this one: is its --> missing?',
    ]);
  });
});
