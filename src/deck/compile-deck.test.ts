import { describe, expect, it } from 'vitest';
import { compileDeck } from './compile-deck.ts';
import { deckOf, slideOf } from './render/compile-text.ts';

describe('a deck of several files', () => {
  const compiled = compileDeck('demo', [
    { file: '1.md', text: '---\ntitle: T\n---\n\n# a\n\n--\n\n# b\n' },
    { file: '2.md', text: '--\n\n# c\n\n---\n\n# d' },
    { file: '3.md', text: '---\nlayout: quote\n---\n\n# e' },
    { file: '4.md', text: '\n' },
  ]);

  it('has the slides of its files in order, and each file starts a new column', () => {
    expect(compiled.deck?.slides.map(({ h, v, title }) => `${h}.${v} ${title}`)).toEqual([
      '0.0 a',
      '0.1 b',
      '1.0 c',
      '2.0 d',
      '3.0 e',
    ]);
  });

  it('takes its options from the first file, and slide options from every file', () => {
    expect(compiled.deck).toMatchObject({ name: 'demo', title: 'T', lang: 'en' });
    expect(compiled.deck?.slides[4]?.attributes['class']).toBe('layout-quote');
  });

  it('lists its problems once each, in the order of files and lines', () => {
    const image = '# a\n\n<img src="a.png"><img src="a.png">\n\n<p onclick="b">c</p>';
    const { problems } = compileDeck('demo', [
      { file: 'b.md', text: image },
      {
        file: 'a.md',
        text: `# a\n\n::left::\n\n<script></script>\n\n\`\`\`pol\nquestion: a\n\`\`\``,
      },
    ]);
    expect(problems.map(({ file, line, severity }) => `${file} ${line} ${severity}`)).toEqual([
      'b.md 3 warning',
      'b.md 5 warning',
      'a.md 3 warning',
      'a.md 5 warning',
      'a.md 7 error',
    ]);
  });
});

describe('a compiled deck', () => {
  it('exists if all problems are warnings', () => {
    const { deck, problems } = compileDeck('demo', [
      { file: 'a.md', text: '<script></script>\n\na' },
    ]);
    expect(deck).not.toBeNull();
    expect(problems).toHaveLength(1);
  });

  it('is null if one of the problems is an error', () => {
    const { deck } = compileDeck('demo', [{ file: 'a.md', text: '```\na' }]);
    expect(deck).toBeNull();
  });

  it('has all slides that compile, and their places, as a draft', () => {
    const { draft, places } = compileDeck('demo', [
      { file: 'a.md', text: '# a\n\n---\n\n```poll\nid: a\n```\n\n---\n\n# c' },
      { file: 'b.md', text: '\n\n---\nlayout: quote\n---\n\n# d' },
    ]);
    expect(draft.slides.map(({ title }) => title)).toEqual(['a', '', 'c', 'd']);
    expect(places).toEqual([
      { file: 'a.md', line: 1 },
      { file: 'a.md', line: 5 },
      { file: 'a.md', line: 11 },
      { file: 'b.md', line: 4 },
    ]);
  });

  it('is null without any slide', () => {
    for (const text of ['', '\n\n', '---\ntitle: a\n---\n', '---\n\n---\n', '\uFEFF']) {
      expect(compileDeck('demo', [{ file: 'a.md', text }])).toMatchObject({
        deck: null,
        problems: [
          {
            severity: 'error',
            file: 'a.md',
            line: 1,
            message: 'This deck has no slide: write one, such as "# Welcome"',
          },
        ],
      });
    }
    expect(compileDeck('demo', [])).toMatchObject({
      deck: null,
      problems: [{ file: 'demo', line: 1 }],
    });
  });
});

describe('the title of a slide', () => {
  it('is its option, else the text of its first heading', () => {
    expect(slideOf('text\n\n### a *b* `c` &amp; &lt;d&gt;<br>e\n\n# f').title).toBe(
      'a b c & <d> e',
    );
    expect(deckOf('# a\n\n---\ntitle: "b & c"\n---\n\n# d').slides[1]?.title).toBe('b & c');
    expect(deckOf('# a\n\n---\n\nb').slides[1]?.title).toBe('');
    expect(deckOf('# a\n\n---\n\n<h2>b</h2>').slides[1]?.title).toBe('b');
  });

  it('is never taken from its notes', () => {
    expect(deckOf('# a\n\n---\n\nb\n\nNote:\n# c').slides[1]?.title).toBe('');
  });
});

describe('a hash', () => {
  const hashes = (text: string) => deckOf(text).slides.map(({ hash }) => hash);
  const poll = (option: string) =>
    `\`\`\`poll\nid: a\nquestion: b\noptions: [c, ${option}]\n\`\`\``;

  it('of a slide covers what the room may see of it: text, attributes and question', () => {
    const texts = [
      '# a',
      '# b',
      '# a\n\n<!-- .slide: class="b" -->',
      `# a\n\n${poll('d')}`,
      `# a\n\n${poll('e')}`,
    ];
    expect(new Set(texts.flatMap(hashes)).size).toBe(texts.length);
  });

  it('that is public does not cover notes', () => {
    const [one, other] = [deckOf('# a\n\nNote: b'), deckOf('# a\n\nNote: c')];
    expect(one.slides[0]?.hash).toBe(other.slides[0]?.hash);
    expect(one.publicHash).toBe(other.publicHash);
    expect(one.hash).not.toBe(other.hash);
  });

  it('of a slide does not depend on the slides around it, nor on whitespace', () => {
    const [alone] = hashes('# a\n\ntext');
    expect(hashes('# b\n\n---\n\n# a\n\ntext')[1]).toBe(alone);
    expect(hashes('\r\n# a  \r\n\r\ntext\r\n')[0]).toBe(alone);
  });

  it('of a deck covers its title, its language, its slides and their order', () => {
    const texts = [
      '# a\n\n---\n\n# b',
      '# b\n\n---\n\n# a',
      '# a\n\n--\n\n# b',
      '---\ntitle: c\n---\n\n# a\n\n---\n\n# b',
      '---\nlang: de\n---\n\n# a\n\n---\n\n# b',
    ];
    expect(new Set(texts.map((text) => deckOf(text).hash)).size).toBe(texts.length);
    expect(new Set(texts.map((text) => deckOf(text).publicHash)).size).toBe(texts.length);
    expect(deckOf('# a').hash).toBe(deckOf('# a').hash);
  });
});

it('a compiled deck survives JSON', () => {
  const deck = deckOf('---\ntitle: a\n---\n\n# a\n\n```js [1|2]\nb\n```\n\nNote: c');
  expect(JSON.parse(JSON.stringify(deck))).toEqual(deck);
});
