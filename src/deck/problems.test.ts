import { describe, expect, it } from 'vitest';
import { compileDeck } from './compile-deck.ts';
import { problemsOf } from './render/compile-text.ts';

const slides = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('\n\n---\n\n');

const NO_ALT =
  'This picture says nothing to those who cannot see it: write ![what it shows](file), or <img alt=""> for decoration';

describe('[S31] problems of one kind', () => {
  it('are one warning, with their number and the first of their places', () => {
    const lines = Array.from({ length: 30 }, (_, index) => 5 + 4 * index).join(', ');
    expect(problemsOf(slides(180, (index) => `![](${index}.png)`))).toEqual([
      `warning 1: ${NO_ALT} (180 times: also lines ${lines}, …)`,
    ]);
    expect(problemsOf(slides(31, () => '![](a.png)'))).toEqual([
      `warning 1: ${NO_ALT} (31 times: also lines ${lines})`,
    ]);
    expect(problemsOf(slides(3, () => '![](a.png)'))).toEqual([
      `warning 1: ${NO_ALT} (3 times: also lines 5, 9)`,
    ]);
  });

  it('are one warning over all files of a deck', () => {
    const text = '![](a.png)';
    const files = ['1.md', '2.md', '3.md'].map((file) => ({ file, text }));
    expect(compileDeck('demo', files).problems).toEqual([
      {
        severity: 'warning',
        file: '1.md',
        line: 1,
        message: `${NO_ALT} (3 times: also 2.md:1, 3.md:1)`,
      },
    ]);
  });

  it('are one if there are two', () => {
    expect(problemsOf('![](a.png)\n\n![](b.png)')).toEqual([
      `warning 1: ${NO_ALT} (2 times: also line 3)`,
    ]);
  });

  it('are one warning even if each names another address', () => {
    const [problem, ...others] = problemsOf(slides(8, (index) => `![a](https://b.c/${index}.png)`));
    expect(others).toEqual([]);
    expect(problem).toBe(
      'warning 1: "https://b.c/0.png" is left out: a room may have no internet; put the file into the deck\'s folder (8 times: also lines 5, 9, 13, 17, 21, 25, 29)',
    );
    expect(problemsOf(slides(20, (index) => `[a](../${index}.md)`))).toHaveLength(1);
    expect(
      problemsOf(slides(9, (index) => `- **${index}** <!-- .element: class="a" -->`)),
    ).toHaveLength(1);
  });

  it('are each an error, since each must be corrected', () => {
    expect(problemsOf(slides(5, () => '::left::\n\n```poll\nid: Ä\n```'))).not.toHaveLength(1);
  });
});

describe('[S31] a problem', () => {
  it('names the address that is left out, and only the beginning of a long one', () => {
    for (const address of ['https://a.b/c.png', '../c.png', 'file:///c.png']) {
      expect(problemsOf(`![a](${address})`)[0]).toContain(`"${address}"`);
    }
    const data = `data:image/png;base64,${'A'.repeat(5000)}`;
    expect(problemsOf(`<img alt="a" src="${data}">`)[0]?.length).toBeLessThan(250);
    expect(problemsOf('<p style="background: url(https://a.b/c.png)">d</p>')[0]).toContain(
      '"https://a.b/c.png"',
    );
    expect(problemsOf('# a\n\n<!-- .slide: data-background="https://a.b/c.png" -->')[0]).toContain(
      '"https://a.b/c.png"',
    );
  });

  it('is named at its own line, though others in its block are alike', () => {
    const text = '- ![](a.png)\n- ![a](a.png)\n- b\n- ![](c.png)\n\ntext\n![](a.png)';
    expect(problemsOf(text)).toEqual([`warning 1: ${NO_ALT} (3 times: also lines 4, 7)`]);
  });

  it('lists the options that there are only once', () => {
    const slide = '---\nlayout: quote\nzoomLevel: 3\nsrc: a\n---\n\n# a\n\n';
    const problems = problemsOf(`# b\n\n${slide}${slide}`);
    expect(problems.map((problem) => problem.includes('the options are'))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    const poll = '```poll\nid: a\nquestion: b\noptions: [c, d]\nzoom: 3\nsize: 2\n```';
    expect(problemsOf(poll).filter((problem) => problem.includes('the options are'))).toHaveLength(
      1,
    );
  });

  it('names the options of other tools together', () => {
    expect(problemsOf('---\ntitle: a\ntheme: b\nauthor: c\nmdc: true\n---\n\n# a')).toEqual([
      'warning 3: "theme", "author", "mdc" have no effect here',
    ]);
  });
});
