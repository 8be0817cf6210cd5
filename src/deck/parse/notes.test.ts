import { describe, expect, it } from 'vitest';
import { deckOf, problemsOf, slideOf } from '../render/compile-text.ts';

const notesOf = (text: string) => slideOf(text).notes;

describe('speaker notes', () => {
  it('go from Note: to the end of the slide', () => {
    const { slides } = deckOf('# a\n\nNote: b **c**\n\n- d\n\n---\n\n# e');
    expect(slides[0]?.notes).toBe('<p>b <strong>c</strong></p>\n\n\n<ul>\n<li>d</li>\n</ul>');
    expect(slides.map(({ html }) => html)).toEqual(['<h1>a</h1>', '<h1>e</h1>']);
  });

  it('begin with Note: or Notes:, in any case, at the start of a line', () => {
    for (const word of ['Note:', 'Notes:', 'note:', 'NOTES:', '  Note:']) {
      expect(slideOf(`# a\n\n${word} b`)).toMatchObject({ html: '<h1>a</h1>', notes: '<p>b</p>' });
    }
    expect(notesOf('# a\n\nA Note: b')).toBe('');
    expect(notesOf('# a\n\n```\nNote: b\n```')).toBe('');
    expect(notesOf('# a\n\n<!-- .slide:\nNote: b -->')).toBe('');
  });

  it('are the last comment if there is no Note:, as in Slidev', () => {
    const text = '# a\n\n<!-- first -->\n\ntext\n\n<!--\n  last\n\n  - *one*\n-->\n\nmore';
    expect(notesOf(text)).toBe('<p>last</p>\n\n\n<ul>\n<li><em>one</em></li>\n</ul>');
    expect(slideOf(text).html).not.toMatch(/first|last|one|<!--/);
  });

  it('do not include a comment if there is a Note:', () => {
    expect(slideOf('# a\n\n<!-- b -->\n\nNote: c\n\n<!-- d -->')).toMatchObject({
      html: '<h1>a</h1>',
      notes: '<p>c</p>',
    });
  });

  it('are never a directive or an empty comment', () => {
    expect(
      notesOf('# a\n\n<!-- b -->\n\n<!-- .slide: class="c" -->\n<!-- .element: class="d" -->'),
    ).toBe('<p>b</p>');
    expect(notesOf('# a\n\n<!-- b -->\n\n- c\n\n<!-- -->\n\n- d')).toBe('<p>b</p>');
  });

  it('may be written as HTML, as in reveal.js', () => {
    expect(slideOf('# a\n\n<aside class="notes">b <i>c</i></aside>\n\ntext')).toMatchObject({
      html: '<h1>a</h1>\n\n\n\n\n<p>text</p>',
      notes: 'b <i>c</i>',
    });
    expect(slideOf('# a\n\n<!-- .slide: data-notes="b &amp; c" -->')).toMatchObject({
      attributes: { class: 'layout-default' },
      notes: '<p>b &amp; c</p>',
    });
  });

  it('are sanitised like the slide', () => {
    expect(
      notesOf('# a\n\nNote: <b onclick="x()" style="color: red">b</b><script>c</script>'),
    ).toBe('<p><b data-style="color: red">b</b></p>');
  });

  it('[S30] start where the deck says so, as in reveal-md', () => {
    const deck = (separator: string, text: string) =>
      slideOf(`---\nnotesSeparator: ${separator}\n---\n\n# a\n\n${text}`);
    for (const [separator, text] of [
      ['"Note:"', 'Note: b'],
      ['"^speaker:"', 'SPEAKER: b'],
      ["'\\n\\nNotes?:'", 'Note: b'],
      ['"<!-- notes -->"', '<!-- notes -->\n\nb'],
      ["'^:::$'", ':::\nb'],
    ] as const) {
      expect(deck(separator, text)).toMatchObject({ html: '<h1>a</h1>', notes: '<p>b</p>' });
    }
    expect(deck('"^Aside:"', 'Note: b')).toMatchObject({
      notes: '',
      html: expect.stringContaining('Note: b'),
    });
    expect(deck('"Aside:"', 'b Aside: c')).toMatchObject({
      html: expect.stringContaining('<p>b </p>'),
      notes: '<p>c</p>',
    });
    expect(deck('"^Aside:"', '```\nAside: b\n```').notes).toBe('');
  });

  it('may hold a comment that begins in their first line', () => {
    expect(notesOf('# a\n\nNote: b <!-- c\nd --> e')).toBe('<p>b  e</p>');
  });

  it('cannot contain a question', () => {
    expect(problemsOf('# a\n\nNote:\n\n```poll\nid: b\n```')).toEqual([
      'error 5: A question cannot be in the speaker notes: put it above "Note:"',
    ]);
  });
});

describe('[S29] speaker notes that look like the rest of a slide', () => {
  const warning = (text: string) =>
    problemsOf(`# a\n\n${text}`).map((problem) => problem.slice(0, 10));

  it.each([
    ['a heading', '## b'],
    ['code', '```js\nb\n```'],
    ['a picture', '![b](b.png)'],
    ['a table', '| b | c |\n| - | - |'],
    ['a list', '- b\n- c'],
    ['a numbered list', '1. b'],
    ['a quotation', '> b'],
    ['HTML', '<div>b</div>'],
    ['another Note:', 'Note: b'],
    ['a fragment', 'b <!-- .element: class="fragment" -->'],
    ['a column', '::right::'],
  ])('give a warning at their first line: %s', (_name, text) => {
    expect(warning(`Note: f(−1) is undefined\n\nand more\n\n${text}`)).toEqual(['warning 3:']);
  });

  it('give a warning that says how to show them', () => {
    expect(problemsOf('# a\n\nNote: f(−1) is undefined\n\n## b')).toEqual([
      'warning 3: The speaker notes begin here and go on to the end of the slide, with the heading in line 5. If the room should see this, write "**Note:** …"',
    ]);
    expect(slideOf('**Note:** f(−1) is undefined\n\n## b').html).toContain('<h2>b</h2>');
  });

  it('give a warning below a Note: of its own only for what notes never have', () => {
    for (const text of ['## b', '- b <!-- .element: class="fragment" -->', '::right::']) {
      expect(warning(`Note:\nb\n\n${text}`)).toEqual(['warning 3:']);
    }
  });

  it('are notes without a warning if they are written as such', () => {
    for (const text of [
      'Note: b\n\nc\n\nd',
      'Note: b\n- c\n- d',
      'Note:\n\n- b\n\n```js\nc\n```\n\n### d',
      'Notes:\n1. b\n2. c',
      '<!-- b\n\n## c\n-->',
      'Note: b <!--\n\n## c\n-->',
    ]) {
      expect(warning(text)).toEqual([]);
    }
  });
});

describe('a comment', () => {
  it('never reaches the page', () => {
    const html = [
      'a <!-- secret --> b',
      '- c <!-- secret\n\n secret --> d',
      '<div>e <!-- secret --></div>',
      '> f <!-- secret -->',
      '| g <!-- secret --> |\n| - |\n| h <!-- secret --> |',
      '## i <!-- secret -->',
      '<!-- .nothing: secret -->',
      '<? secret ?>\n\n<!secret>\n\n<![CDATA[ secret ]]>',
    ].join('\n\n');
    expect(slideOf(`${html}\n\nNote: j`).html).not.toMatch(/secret|<!/);
    expect(slideOf('<i title="a <!-- secret -->">b</i>').html).not.toContain('secret');
  });

  it('separates the blocks around it', () => {
    expect(slideOf('a\n<!-- b -->\nc').html).toBe('<p>a</p>\n\n<p>c</p>');
    expect(slideOf('- a\n\n<!-- b -->\n\n- c').html.match(/<ul>/g)).toHaveLength(2);
  });

  it('is shown in code', () => {
    expect(slideOf('<pre><code><!-- a -->\n```\n<!-- b --></code></pre> <!-- c -->')).toMatchObject(
      {
        html: expect.stringMatching(/&lt;!-- a --&gt;[^]*&lt;!-- b --&gt;/),
        notes: '<p>c</p>',
      },
    );
    expect(slideOf('`<!-- a -->`\n\n    <!-- b -->\n\n```html\n<!-- c -->\n```').html).toMatch(
      /&lt;!-- a --&gt;[^]*&lt;!-- b --&gt;[^]*&lt;!-- c --&gt;/,
    );
  });
});
