import { describe, expect, it } from 'vitest';
import { problemsOf, slideOf } from './compile-text.ts';
import { loadLanguages } from './highlight.ts';

const used =
  'bash c c# cpp css diff docker go html java js json jsx markdown python rust sql toml tsx ts xml yaml';
await loadLanguages(used.split(' '));

const html = (...lines: string[]) => slideOf(lines.join('\n')).html;
const code = (info: string, ...lines: string[]) => html(`\`\`\`${info}`, ...lines, '```');
/** The numbers of the lines in focus, for each view of the code. */
const focuses = (drawn: string) =>
  drawn
    .split('<pre')
    .slice(1)
    .map((view) =>
      [...view.matchAll(/class="line on" data-line="(-?\d+)"/g)].map(([, n]) => Number(n)),
    );

describe('a code fence', () => {
  it('is highlighted with classes when it is compiled', () => {
    expect(code('js', 'let a = 1;', '// b')).toBe(
      '<pre class="code"><code class="language-js">' +
        '<span class="line"><span class="tok-keyword">let</span> a = <span class="tok-number">1</span>;</span>\n' +
        '<span class="line"><span class="tok-comment">// b</span></span></code></pre>',
    );
  });

  it('has different classes for different kinds of tokens', () => {
    const drawn = code('ts', 'class Tide extends Sea { height(): number { return "low"; } }');
    for (const [kind, word] of [
      ['keyword', 'class'],
      ['type', 'Tide'],
      ['type', 'Sea'],
      ['function', 'height'],
      ['type', 'number'],
      ['keyword', 'return'],
      ['string', '"low"'],
    ]) {
      expect(drawn).toContain(`<span class="tok-${kind}">${word}</span>`);
    }
  });

  it.each([
    ['ts', 'const a = 1'],
    ['js', 'const a = 1'],
    ['jsx', 'const a = <b>1</b>'],
    ['tsx', 'const a = <b>1</b>'],
    ['json', '{"a": 1}'],
    ['yaml', 'a: 1'],
    ['python', 'a = 1'],
    ['bash', 'echo "a"'],
    ['sql', 'select 1'],
    ['html', '<p class="a">b</p>'],
    ['css', 'a { top: 1px }'],
    ['java', 'int a = 1;'],
    ['go', 'var a = 1'],
    ['rust', 'let a = 1;'],
    ['c', 'int a = 1;'],
    ['csharp', 'int a = 1;'],
    ['diff', '+a'],
    ['markdown', '# a'],
    ['docker', 'FROM a'],
    ['toml', 'a = 1'],
    ['xml', '<a b="c"/>'],
    ['py', 'a = 1'],
    ['sh', 'echo "a"'],
    ['yml', 'a: 1'],
    ['rs', 'let a = 1;'],
    ['c#', 'int a = 1;'],
    ['JavaScript', 'let a = 1'],
    ['cpp', 'int a = 1;'],
    ['c++', 'int a = 1;'],
  ])('is highlighted in %s', (language, sample) => {
    expect(code(language, sample)).toMatch(/<span class="tok-/);
  });

  it('highlights the keywords of C++, but not in strings and comments', () => {
    const drawn = code('c++', 'template <class Tide> int f() { new Sea; "new"; } // new');
    expect(drawn).toContain('<span class="tok-type">Tide</span>');
    expect(drawn.match(/tok-keyword">[^<]*(?:template|class|int|new)/g)).toHaveLength(4);
    expect(drawn).toMatch(/<span class="tok-comment">\s*\/\/ new</);
  });

  it('is plain in an unknown language, or without one', () => {
    expect(code('klingon', 'let a', '', '<b>')).toBe(
      '<pre class="code"><code class="language-klingon"><span class="line">let a</span>\n' +
        '<span class="line"></span>\n<span class="line">&lt;b&gt;</span></code></pre>',
    );
    expect(code('', 'let a')).toBe(
      '<pre class="code"><code><span class="line">let a</span></code></pre>',
    );
    expect(html('text', '', '    let a')).toContain(
      '<pre class="code"><code><span class="line">let a',
    );
  });

  it('keeps its text unchanged', () => {
    expect(code('html', '<script>a && "b"</script>')).not.toContain('<script');
    expect(code('text', '<script>a && "b"</script>')).toContain(
      '&lt;script&gt;a &amp;&amp; "b"&lt;/script&gt;',
    );
  });

  it('shows very long lines without highlighting', () => {
    expect(code('js', `let a = "${'x'.repeat(3000)}"`)).not.toContain('tok-');
  });
});

describe('the steps of a code fence', () => {
  const lines = ['a', 'b', 'c', 'd', 'e'];

  it('are stacked copies, of which the later ones are fragments', () => {
    const slide = slideOf(['```js [1|2-3|5]', ...lines, '```'].join('\n'));
    expect(slide.fragments).toBe(2);
    expect(slide.html).toMatch(
      /^<div class="code-steps"><pre class="code numbered focus"><code[^]*<pre class="code numbered focus fragment" aria-hidden="true" data-fragment-index="0">[^]*<pre class="code numbered focus fragment" aria-hidden="true" data-fragment-index="1">/,
    );
    expect(focuses(slide.html)).toEqual([[1], [2, 3], [5]]);
  });

  it('may name several lines, contain blanks, or be empty', () => {
    expect(focuses(code('js [1, 3-4 | | 9 | 4-9 | 3-1]', ...lines))).toEqual([
      [1, 3, 4],
      [],
      [],
      [4, 5],
      [],
    ]);
    expect(code('js [|2]', ...lines)).toMatch(/<pre class="code numbered"><code/);
  });

  it('name lines of the fence even if numbering starts at another number', () => {
    const drawn = code('js [10: 1|3]', ...lines);
    expect(focuses(drawn)).toEqual([[10], [12]]);
    expect(drawn).toContain('data-line="14"');
  });

  it('number the lines even if there is only one step or none', () => {
    expect(code('js []', ...lines)).toMatch(/^<pre class="code numbered"><code/);
    expect(code('js [1-3]', ...lines)).toMatch(/^<pre class="code numbered focus"><code/);
    expect(slideOf(['```js [1-3]', ...lines, '```'].join('\n')).fragments).toBe(0);
    expect(code('js', ...lines)).not.toContain('data-line');
  });

  it('may be directly after the language, before it, and without it', () => {
    expect(focuses(code('js[2]', ...lines))).toEqual([[2]]);
    expect(code('[2] js', ...lines)).toContain('language-js');
    expect(focuses(code('[2]', ...lines))).toEqual([[2]]);
  });

  it('ignore line numbers past the end of the code', () => {
    expect(focuses(code('js [1-999999999999]', ...lines))).toEqual([[1, 2, 3, 4, 5]]);
  });
});

describe('code in HTML', () => {
  it('is highlighted and has steps like a fence', () => {
    const slide = slideOf(
      '<pre class="wide"><code class="hljs language-js" data-trim data-line-numbers="1|2|1" data-fragment-index="4">\n\n    let a\n      = 1;\n\n</code></pre>',
    );
    expect(slide.html).toMatch(
      /^<div class="code-steps wide">.*<span class="tok-keyword">let<\/span> a<\/span>\n.*>  = /,
    );
    expect(slide.html).not.toContain('data-trim');
    expect(slide.fragments).toBe(2);
  });

  const lines = (drawn: string) =>
    drawn
      .split('\n')
      .flatMap((line) => (line.includes('class="line') ? line.replace(/<[^>]*>/g, '') : []));

  it('[S29] shows its tags as text, whatever they are', () => {
    for (const [written, shown] of [
      ['<b>x</b>', '&lt;b&gt;x&lt;/b&gt;'],
      ['<B>x', '&lt;B&gt;x'],
      ['List<String> a;', 'List&lt;String&gt; a;'],
      ['a &lt; b &amp;&amp; c', 'a &lt; b &amp;&amp; c'],
      ['<script>a("b")</script>', '&lt;script&gt;a("b")&lt;/script&gt;'],
      ['if (a <b && c>d)', 'if (a &lt;b &amp;&amp; c&gt;d)'],
      ['a <b', 'a &lt;b'],
      ['<a onclick="b()">c</a>', '&lt;a onclick="b()"&gt;c&lt;/a&gt;'],
      ['<!-- a -->b', '&lt;!-- a --&gt;b'],
      ['<script type="text/template"><b>x</b> &amp;</script>', '&lt;b&gt;x&lt;/b&gt; &amp;amp;'],
    ]) {
      expect(lines(html(`<pre><code>${written}</code></pre>`))).toEqual([shown]);
      expect(problemsOf(`<pre><code>${written}</code></pre>`)).toEqual([]);
    }
  });

  it('keeps its markup with data-noescape, on every line and in every view', () => {
    const marked =
      '<pre><code data-trim data-noescape>\n\n  a <mark>b\n    c</mark>\n  d\n</code></pre>';
    expect(html(marked)).toBe(
      '<pre class="code"><code><span class="line">a <mark>b</mark></span>\n' +
        '<span class="line"><mark>  c</mark></span>\n<span class="line">d</span></code></pre>',
    );
    const steps = html('<pre><code data-noescape data-line-numbers="1|2"><i>a</i>\nb</code></pre>');
    expect(steps.match(/<i>a<\/i>/g)).toHaveLength(2);
    expect(focuses(steps)).toEqual([[1], [2]]);
    expect(html('<pre><code data-noescape class="js">let a</code></pre>')).toContain('tok-keyword');
  });

  it('[S29] may be several blocks in one <pre>, with text between them', () => {
    expect(html('<pre class="wide"><code>one()</code><code class="js">let two</code></pre>')).toBe(
      '<div class="code-blocks wide"><pre class="code"><code><span class="line">one()</span></code></pre>' +
        '<pre class="code"><code class="language-js"><span class="line">' +
        '<span class="tok-keyword">let</span> two</span></code></pre></div>',
    );
    expect(
      html('<pre>$ <code>ls</code>\n# <code>cd</code> home</pre>').replace(/<[^>]*>/g, ''),
    ).toBe('$ ls\n# cd home');
    expect(html('<pre><b>a</b> <code>b</code></pre>')).toContain('<b>a</b>');
  });

  it('may have steps in each of several blocks', () => {
    const slide = slideOf(
      '<pre><code data-line-numbers="1|2">a\nb</code><code data-line-numbers="1|2">c\nd</code></pre>',
    );
    expect(slide.fragments).toBe(2);
    expect(focuses(slide.html)).toEqual([[1], [2], [1], [2]]);
  });

  it('is an error if it is never closed: comments in it would be shown', () => {
    expect(problemsOf('# a\n\n<pre><code>b\n\n<!-- c -->')).toEqual([
      'error 3: This <code> is never closed with </code>: all that follows is read as code',
    ]);
  });

  it('may hold lines that separate slides, notes and columns elsewhere', () => {
    const text = '<pre><code>\n---\nNote: b\n::right::\n```\n---\n</code></pre>\n\nNote: c';
    for (const front of ['', "---\nseparator: '^---$'\nverticalSeparator: '^--$'\n---\n"]) {
      const { html: drawn, notes } = slideOf(`${front}${text}`);
      expect(lines(drawn)).toEqual(['', '---', 'Note: b', '::right::', '```', '---']);
      expect(notes).toBe('<p>c</p>');
    }
    expect(
      slideOf(`---\nseparator: '^===$'\n---\n${text.replaceAll('---', '===')}`).html,
    ).toContain('===');
    expect(html('<pre-x><code-y>b <!-- secret --></code-y></pre-x>')).not.toContain('secret');
  });

  it('is unchanged in a <pre> without <code>', () => {
    expect(html('<pre>a</pre>')).toBe('<pre>a</pre>');
  });
});

describe('the lines of code', () => {
  const count = (...written: string[]) => html(...written).match(/class="line"/g)?.length;

  it('[S29] are those that were written, blank ones at either end included', () => {
    expect(count('```js', 'a', '```')).toBe(1);
    expect(count('```js', 'a', '', '```')).toBe(2);
    expect(count('```js', '', 'a', '', '', '```')).toBe(4);
    expect(count('~~~', 'a', '', '~~~')).toBe(2);
    expect(count('```js', '', '```')).toBe(1);
    expect(count('- a', '', '  ```', '  b', '', '  ```')).toBe(2);
    expect(count('> ```', '> a', '>', '> ```')).toBe(2);
  });

  it('do not include blank lines around indented code, wherever the slide ends', () => {
    for (const end of [[], [''], ['', ''], ['', 'text'], ['', '---', '', 'b'], ['', 'Note: b']]) {
      expect(count('text', '', '    a', '    b', ...end)).toBe(2);
    }
    expect(count('text', '', '    a', '', '    b', '')).toBe(3);
  });

  it('are numbered as they were written', () => {
    expect(code('js [10: 2]', 'a', '')).toContain('class="line on" data-line="11"');
    expect(code('js []', 'a', '')).not.toContain('data-line="3"');
  });
});
