import { describe, expect, it } from 'vitest';
import { compileDeck } from './compile-deck.ts';
import { deckFiles } from './deck-files.ts';

describe('[S32] a picture that a question names', () => {
  const compiled = (picture: string, ...files: string[]) => {
    const lines = [
      'id: a',
      'question: b',
      'options:',
      '  - A',
      '  - text: B',
      `    picture: ${picture}`,
    ];
    const text = ['```compare', ...lines, '  - C', '```'].join('\n');
    const { draft, problems } = compileDeck('demo', [{ file: 'a.md', text }], deckFiles(files));
    return {
      hash: draft.activities[0]?.hash,
      content: draft.activities[0]?.content,
      problems: problems.map(({ severity, line, message }) => `${severity} ${line}: ${message}`),
    };
  };

  it('has its address on the server in the content, and so in the hash', () => {
    const one = compiled('media/a b.png', 'media/a b.png', 'c.png');
    expect(one.problems).toEqual([]);
    expect(one.content).toMatchObject({ pictures: ['', '/slides/demo/media/a%20b.png', ''] });
    expect(compiled('c.png', 'media/a b.png', 'c.png').hash).not.toBe(one.hash);
  });

  it('is looked for in the deck’s folder; the question is another one once it is added', () => {
    const missing = compiled('media/b.png', 'media/a.png');
    expect(missing.problems).toEqual([
      expect.stringMatching(/^warning 7: There is no file "media\/b.png" in the deck's folder/),
    ]);
    expect(missing.content).toMatchObject({
      pictures: ['', '/slides/demo/media/b.png#missing', ''],
    });
  });

  it.each([
    ['https://example.org/a.png', /^warning 7: .* is left out: a room may have no internet/],
    ['../../etc/passwd.png', /^warning 7: .* is left out: put the file into the deck's folder/],
    ['film.mp4', /^warning 7: .* is left out: a film is not shown here/],
    ['javascript:alert(1)', /^warning 7: .* is left out: /],
    ["'#top'", /^warning 7: .* is left out: it names no file/],
  ])('is left out, with its line, unless it is a picture of the folder: %s', (picture, warning) => {
    const { content, problems } = compiled(picture, 'film.mp4');
    expect(problems).toEqual([expect.stringMatching(warning)]);
    expect(content).toMatchObject({ options: ['A', 'B', 'C'], pictures: [] });
  });
});
