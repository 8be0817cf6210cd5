import { describe, expect, it } from 'vitest';
import { deckOf, problemsOf, slideOf } from '../render/compile-text.ts';

const html = (text: string) => slideOf(text).html.replace(/\n+/g, '');

describe('an .element: comment', () => {
  it('applies to the element before it, ignoring line breaks', () => {
    expect(html('a *b* <!-- .element: class="x" -->')).toBe('<p>a <em class="x">b</em> </p>');
    expect(html('a *b* <br> c <!-- .element: class="x" -->')).toBe(
      '<p>a <em class="x">b</em> <br> c </p>',
    );
    expect(html('# a\n\n<!-- .element: class="x" -->')).toBe('<h1 class="x">a</h1>');
  });

  it('applies to the parent element if no element precedes it', () => {
    expect(html('- a <!-- .element: class="x" -->\n- b')).toBe(
      '<ul><li class="x">a </li><li>b</li></ul>',
    );
    expect(html('## a <!-- .element: class="x" -->')).toBe('<h2 class="x">a </h2>');
  });

  it('applies to the last item of a list directly above, and to the whole list after a blank line', () => {
    expect(html('- a\n- b\n<!-- .element: class="x" -->')).toBe(
      '<ul><li>a</li><li class="x">b</li></ul>',
    );
    expect(html('- a\n- b\n\n<!-- .element: class="x" -->')).toBe(
      '<ul class="x"><li>a</li><li>b</li></ul>',
    );
  });

  it('applies to the slide if it comes first', () => {
    expect(slideOf('<!-- .element: class="x" -->\n\n# a')).toMatchObject({
      attributes: { class: 'layout-default x' },
      html: '<h1>a</h1>',
    });
  });

  it('applies to a whole code block', () => {
    expect(html('```js\na\n```\n<!-- .element: class="fragment" -->')).toMatch(
      /^<pre class="code fragment" data-fragment-index="0">/,
    );
    expect(html('```js [1|2]\na\nb\n```\n<!-- .element: class="x" id="y" -->')).toMatch(
      /^<div class="code-steps x" id="y"><pre class="code numbered focus">/,
    );
  });

  it('adds its classes to those of another one', () => {
    expect(
      html(
        '# a <!-- .element: class="x y" style="color: red" --> <!-- .element: class="y z" style="top: 0" -->',
      ),
    ).toBe('<h1 class="x y z" data-style="color: red;top: 0">a  </h1>');
  });

  it('may span several lines and lack the colon, as in reveal.js', () => {
    expect(html('# a <!-- .element class="x"\n\n data-y=\'z "z"\' data-bare -->')).toBe(
      '<h1 class="x" data-y="z &quot;z&quot;" data-bare>a </h1>',
    );
  });

  it('gives a warning without attributes, and for an attribute without a value', () => {
    expect(problemsOf('# a\n\n- b <!-- .element: fragment -->')).toEqual([
      'warning 3: "fragment" in ".element:" has no value; write fragment="…"',
    ]);
    expect(problemsOf('# a\n\n- b <!-- .element: -->')).toEqual([
      'warning 3: ".element:" needs attributes after it, such as class="fragment"',
    ]);
  });
});

describe('[S29] an .element: comment at the end of an item', () => {
  const words = (what: string, whole: string) =>
    `".element:" applies to ${what}, and not to the ${whole}: for all of it, put the comment first, as in "- <!-- .element: … --> text"; for the word, write it as <span>`;
  const comment = '<!-- .element: class="x" -->';

  it.each([
    ['- **b**', '"b" alone (<strong>)', 'list item'],
    ['- a `b`', '"b" alone (<code>)', 'list item'],
    ['- *b* and more', '"b" alone (<em>)', 'list item'],
    ['1. [b](https://c.d)', '"b" alone (<a>)', 'list item'],
    ['- a <cite>b</cite>', '"b" alone (<cite>)', 'list item'],
    ['a **b c**', '"b c" alone (<strong>)', 'paragraph'],
    ['## a ~~b~~', '"b" alone (<del>)', 'heading'],
  ])('gives a warning if it applies to a word, as in reveal.js: %s', (text, what, whole) => {
    expect(html(`${text} ${comment}`)).toMatch(/<(?!li|p|h2)\w+[^>]* class="x"/);
    expect(problemsOf(`# c\n\n${text} ${comment}`)).toEqual([`warning 3: ${words(what, whole)}`]);
  });

  it('gives its warning in the line of the comment', () => {
    expect(problemsOf(`- a\n- **b** ${comment}\n- c ${comment}\n- \`d\` ${comment}`)).toEqual([
      `warning 2: ${words('"b" alone (<strong>)', 'list item')} (2 times: also line 4)`,
    ]);
    expect(problemsOf(`- a\n- b ${comment}\n- \`d\` ${comment}`)).toEqual([
      `warning 3: ${words('"d" alone (<code>)', 'list item')}`,
    ]);
  });

  it('gives none where only one thing can be meant', () => {
    for (const text of [
      `- a ${comment}`,
      `- **b** ${comment} *c*`,
      `- a <span>b</span> ${comment}`,
      `![a](b.png) ${comment}`,
      `- ${comment} **b**`,
      `- a ${comment} **b**`,
      `**a**\n\n${comment}`,
    ]) {
      expect(problemsOf(text)).toEqual([]);
    }
  });

  it('applies to the whole item, paragraph or heading if it comes first', () => {
    expect(html(`- ${comment} **a** b\n- c`)).toBe(
      '<ul><li class="x"> <strong>a</strong> b</li><li>c</li></ul>',
    );
    expect(html(`${comment} **a** b`)).toBe('<p class="x"> <strong>a</strong> b</p>');
    expect(html(`## ${comment} **a** b`)).toBe('<h2 class="x"> <strong>a</strong> b</h2>');
    expect(html(`| a |\n| - |\n| ${comment} **b** |`)).toContain('<td class="x">');
    expect(html(`# a\n\n${comment}\n\nb`)).toBe('<h1 class="x">a</h1><p>b</p>');
    expect(html(`# a\n\n${comment} ${comment}\nb`)).toContain('<h1 class="x">');
  });
});

describe('a .slide: comment', () => {
  it('gives attributes to the section from anywhere in the slide', () => {
    const text =
      '# a\n\n- b <!-- .slide: data-state="c" class="d" -->\n\nNote: e <!-- .slide: id="f" -->';
    expect(slideOf(text).attributes).toEqual({
      class: 'layout-default d',
      'data-state': 'c',
      id: 'f',
    });
  });

  it('cannot add scripts or files from other servers', () => {
    const text =
      '# a\n\n<!-- .slide: onclick="b()" style="c: d" data-background-image="https://e/f.png" -->';
    expect(slideOf(text).attributes).toEqual({ class: 'layout-default', 'data-style': 'c: d' });
    expect(problemsOf(text)).toEqual([
      'warning 3: "onclick" is left out: slides run no scripts',
      'warning 3: "https://e/f.png" is left out: a room may have no internet; put the file into the deck\'s folder',
    ]);
  });

  it("may name the deck's own pictures", () => {
    expect(slideOf('# a\n\n<!-- .slide: data-background="b.png" -->').attributes).toMatchObject({
      'data-background': '/slides/demo/b.png',
    });
    expect(slideOf('# a\n\n<!-- .slide: data-background="navy" -->').attributes).toMatchObject({
      'data-background': 'navy',
    });
    expect(
      slideOf('# a\n\n<!-- .slide: data-background-video="b.mp4, c.webm" -->').attributes,
    ).toMatchObject({
      'data-background-video': '/slides/demo/b.mp4, /slides/demo/c.webm',
    });
  });

  it('gives a warning if misspelt, and is not taken for notes', () => {
    expect(slideOf('# a\n\n<!-- .slides: class="b" -->').notes).toBe('');
    expect(problemsOf('# a\n\n<!-- .slides: class="b" -->')).toEqual([
      'warning 3: ".slides:" says nothing; did you mean ".slide:"?',
    ]);
  });

  it('may hide the slide, as in reveal.js', () => {
    const hidden = '# b\n\n<!-- .slide: data-visibility="hidden" -->';
    const text = `# a\n\n---\n\n${hidden}\n\n--\n\n# c\n\n---\n\n${hidden}\n\n---\n\n# d`;
    const places = deckOf(text).slides.map(({ h, v, title }) => `${h}.${v} ${title}`);
    expect(places).toEqual(['0.0 a', '1.0 c', '2.0 d']);
    expect(problemsOf(text)).toEqual([expect.stringMatching(/\(2 times: also line \d+\)$/)]);
  });
});
