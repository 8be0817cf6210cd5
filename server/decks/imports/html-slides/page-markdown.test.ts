import { readFileSync } from 'node:fs';
import render from 'dom-serializer';
import { array, assert, constantFrom, oneof, property, record, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileDeck } from '../../../../src/deck/compile-deck.ts';
import type { Deck } from '../../../../src/deck/deck.ts';
import { pageMarkdown } from './page-markdown.ts';
import { readPage } from './read-page.ts';
import { scaleSlides } from './scale-lengths.ts';

/** The Markdown of a page with these sections, and no more about it. */
function markdown(sections: string, files: Readonly<Record<string, string>> = {}): string {
  const page = readPage(`<div class="reveal"><div class="slides">${sections}</div></div>`);
  if (page === null) throw new Error('No page with slides');
  return pageMarkdown(page, (path) => files[path])
    .replace('---\nmath: false\n---\n\n', '')
    .trimEnd();
}

function deckOf(text: string): Deck {
  const { deck } = compileDeck('demo', [{ file: 'slides.md', text }]);
  if (deck === null) throw new Error('A deck with mistakes');
  return deck;
}

/** The slides that people see, in order: their places and texts. */
function seen(sections: string, files?: Readonly<Record<string, string>>): string[] {
  const { slides } = deckOf(`---\nmath: false\n---\n${markdown(sections, files)}`);
  return slides.map(({ h, v, html }) => `${h}.${v} ${textOf(html)}`);
}

function textOf(html: string): string {
  const signs: Record<string, string> = {
    lt: '<',
    gt: '>',
    amp: '&',
    quot: '"',
    apos: "'",
    nbsp: ' ',
  };
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) =>
      name === undefined ? String.fromCodePoint(Number(code)) : (signs[name] ?? ''),
    )
    .replace(/\s+/g, ' ')
    .trim();
}

describe('[S75] slides of HTML', () => {
  it('keep their order, beside and beneath each other', () => {
    const page = '<section>a</section><section><section>b</section><section>c</section></section>';
    expect(seen(`${page}<section>d</section>`)).toEqual(['0.0 a', '1.0 b', '1.1 c', '2.0 d']);
  });

  it('are Markdown as far as that has signs for them', () => {
    const list = '<ul><li>a</li><li class="fragment">b <b>c</b><ol><li>d</li></ol></li></ul>';
    expect(
      markdown(
        `<section><h2 class="r-fit-text">A</h2>${list}<p>e <a href="https://f.g">f</a></p></section>`,
      ),
    ).toBe(
      [
        '## <!-- .element: class="r-fit-text" --> A',
        '- a\n- <!-- .element: class="fragment" --> b **c**\n    1. d',
        'e [f](https://f.g)',
      ].join('\n\n'),
    );
    const { slides } = deckOf(markdown(`<section>${list}</section>`));
    expect(slides[0]?.fragments).toBe(1);
  });

  it('keep all else as HTML, without comments and programs', () => {
    const box =
      '<div class="r-stack">\n\n  <img src="a.png" alt="">\n\n  <!-- no -->\n  <script>no()</script>\n</div>';
    expect(markdown(`<section>${box}<!-- no --></section>`)).toBe(
      '<div class="r-stack">\n<img src="a.png" alt>\n</div>',
    );
  });

  it('keep the attributes of each', () => {
    expect(
      markdown(
        '<section id="x" data-background-image="a b.png" data-notes="&quot;a&quot; --&gt; b">a</section>',
      ),
    ).toBe('<!-- .slide: id="x" data-background-image="a b.png" -->\n\na');
  });

  it('keep words that a deck would read as something else', () => {
    const words = ['Note: a', '::right::', '&lt;b&gt; &amp;amp;', '---', '# b'];
    const slide = `<section><p>a</p>${words.map((word) => `<p>${word}</p>`).join('')}</section>`;
    expect(seen(slide)).toEqual(['0.0 a Note: a ::right:: <b> &amp; --- # b']);
    // Each is Markdown nevertheless.
    expect(markdown(slide)).not.toContain('<p>');
  });

  it('keep their notes', () => {
    expect(
      markdown('<section>a<aside class="notes">b <em>c</em><ul><li>d</li></ul></aside></section>'),
    ).toBe('a\n\nNote:\nb *c*\n\n- d');
    const odd = deckOf(
      markdown(
        '<section>a<aside class="notes"><table><tr><td>b</td></tr></table></aside><aside class="notes">c</aside></section>',
      ),
    );
    expect(textOf(odd.slides[0]?.notes ?? '')).toBe('b c');
    expect(textOf(odd.slides[0]?.html ?? '')).toBe('a');
  });

  it('keep code as a fence where that says the same, and as HTML where not', () => {
    const code = (attributes: string, text: string) =>
      markdown(`<section><pre><code ${attributes}>${text}</code></pre></section>`);
    expect(
      code(
        'class="language-js" data-trim data-line-numbers="1|2"',
        '\n    a &lt; b\n\n      ---\n  ',
      ),
    ).toBe('```js [1|2]\na < b\n\n  ---\n```');
    expect(code('class="hljs"', 'a\n```\n')).toBe('````\na\n```\n````');
    expect(code('data-noescape', 'a\n\n---\n<mark>b</mark>')).toBe(
      '<pre><code data-noescape>a\n&#10;&#45;--\n<mark>b</mark></code></pre>',
    );
    expect(code('data-trim', '<script type="text/template"><b>a</b></script>')).toContain(
      '&lt;b&gt;a&lt;/b&gt;',
    );
  });

  it('keep a table as one of Markdown, where it has a row of headings and plain cells', () => {
    const table = (head: string) =>
      `<section><table>${head}<tr><td>c | d</td><td><b>e</b></td></tr></table></section>`;
    expect(markdown(table('<tr><th>a</th><th>b</th></tr>'))).toBe(
      '| a | b |\n| --- | --- |\n| c \\| d | **e** |',
    );
    for (const head of ['', '<tr><th>a</th></tr>', '<tr><th>a</th><th class="x">b</th></tr>'])
      expect(markdown(table(head))).toContain('<table>');
  });

  it('keep formulas where the page has a program for them, and dollars where not', () => {
    const page = readPage(
      '<div class="slides"><section><p>$a_1*b*$, \\(c_2\\) &amp; d_3_</p></section></div><script>Reveal.initialize({ plugins: [RevealMath.KaTeX] })</script>',
    );
    const text = page === null ? '' : pageMarkdown(page, () => undefined);
    expect(text).toBe('---\nmath: true\n---\n\n$a_1*b*$, $c_2$ &amp; d\\_3\\_\n');
    expect(seen('<section><p>$5 or $6</p></section>')).toEqual(['0.0 $5 or $6']);
  });
});

describe('[S75] slides of Markdown in a page', () => {
  it('are divided only where their section names a separator, as in reveal.js', () => {
    const text = '\n    ## a\n\n    ---\n\n    b\n    --\n    c\n';
    const template = (attributes: string) =>
      `<section data-markdown ${attributes}><textarea data-template>${text}</textarea></section>`;
    expect(seen(template(''))).toEqual(['0.0 a b c']);
    expect(seen(template('data-separator="^---$" data-separator-vertical="^--$"'))).toEqual([
      '0.0 a',
      '1.0 b',
      '1.1 c',
    ]);
    expect(seen(template('data-separator-notes="^b"'))).toEqual(['0.0 a', '1.0 ']);
  });

  it('come from files, too', () => {
    const files = { 'a.md': 'a\n\n\nb' };
    const section =
      '<section data-markdown="a.md" data-separator="\\n\\n\\n" class="x"></section><section data-markdown="none.md"></section>';
    expect(markdown(section, files)).toBe(
      '<!-- .slide: class="x" -->\n\na\n\n---\n\n<!-- .slide: class="x" -->\n\nb',
    );
  });

  it('can never take forever to divide', () => {
    const section = `<section data-markdown data-separator="(a+)+$"><script type="text/template">${'a'.repeat(5_000)}b</script></section>`;
    expect(seen(section)).toHaveLength(1);
  });
});

it('[S75] lengths in pixels grow with the slide, by the width that the page sets or has', () => {
  const slide =
    '<section><div style="font-size: 12px; margin: 0 1.5px"></div><img src="a.png" width="400" height="50%"><svg width="9"></svg></section>';
  const widths = { '': 960, 'Reveal.initialize({ controls: true, width: 1280 })': 1280 };
  const scaled = Object.entries(widths).map(([program, width]) => {
    const page = readPage(`<div class="slides">${slide}</div><script>${program}</script>`);
    expect(page?.width).toBe(width);
    const slides = page?.columns.flat() ?? [];
    scaleSlides(slides, width);
    return render(slides);
  });
  expect(scaled[0]).toContain(
    'style="font-size: 24px; margin: 0 3px"></div><img src="a.png" width="800" height="50%"><svg width="9"/>',
  );
  expect(scaled[1]).toContain('width="600"');
});

it('[S75] a first slide with a large heading and little else is the title', () => {
  const layoutOf = (slide: string) =>
    deckOf(markdown(`<section>${slide}</section>`)).slides[0]?.attributes['class'];
  expect(layoutOf('<h1>A</h1><p>b</p>')).toContain('layout-title');
  expect(layoutOf('<h1>A</h1><ul><li>b</li></ul>')).toContain('layout-default');
});

it('[S75] says what a page says of itself', () => {
  const page = readPage(
    '<html lang="de"><head><title>A: "b"\n c</title><style>.x { color: red }</style></head><body><div class="slides"><section>a</section></div></body></html>',
  );
  expect(page?.style).toBe('.x { color: red }');
  expect(page === null ? null : deckOf(pageMarkdown(page, () => undefined))).toMatchObject({
    title: 'A: "b" c',
    lang: 'de',
  });
  expect(readPage('<section>a</section>')).toBeNull();
  expect(readPage('<div class="slides"></div>')).toBeNull();
});

it('[S75] reads the demonstration of reveal.js whole', () => {
  const page = readPage(readFileSync('node_modules/reveal.js/demo.html', 'utf8'));
  const { deck, problems } = compileDeck('demo', [
    { file: 'slides.md', text: page === null ? '' : pageMarkdown(page, () => undefined) },
  ]);
  // One of them is hidden.
  expect(deck?.slides).toHaveLength((page?.columns.flat().length ?? 0) - 1);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const word = oneof(
  constantFrom(
    '---',
    '--',
    '----',
    '```poll',
    '~~~',
    'Note:',
    'notes: x',
    '::left::',
    '::right::',
    '# a',
    '> b',
    '- c',
    '1. d',
    '$x$',
    '\\(y\\)',
    '| a | b |',
    '[^1]: x',
    '[x]: y',
    '<!-- .slide: class="x" -->',
    '{.x}',
    'layout: quote',
    '*a*',
    '__b__',
    '`c`',
    '&amp;',
    '    e',
    '===',
  ),
  string({ maxLength: 6 }),
);
const line = array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const lines = array(line, { minLength: 1, maxLength: 4 }).map((all) => escape(all.join('\n')));
const block = record({
  name: constantFrom('p', 'h2', 'div', 'blockquote', 'li', 'pre', 'td', 'custom-thing', 'em'),
  attributes: constantFrom('', ' class="fragment"', ' style="top: 0"'),
  text: lines,
}).map(({ name, attributes, text }) => `<${name}${attributes}>${text}</${name}>`);

it('[S75] loses no text of a slide, and makes no other slide, whatever Markdown reads in it', () => {
  assert(
    property(
      array(array(block, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
      (slides) => {
        const sections = slides.map((blocks) => `<section>a${blocks.join('')}</section>`);
        const expected = slides.map((blocks, h) => `${h}.0 ${textOf(`a ${blocks.join(' ')}`)}`);
        const bare = (texts: readonly string[]) =>
          texts.map((text) => text.replace(/[\s\p{Cc}]+/gu, ''));
        expect(bare(seen(sections.join('')))).toEqual(bare(expected));
      },
    ),
    { numRuns: 200 },
  );
});
