import { describe, expect, it } from 'vitest';
import { deckOf, problemsOf, slideOf } from './compile-text.ts';

const on = (...lines: string[]) => ['---', 'math: true', '---', '', ...lines].join('\n');
const html = (...lines: string[]) => slideOf(on(...lines)).html;
/** The TeX of every formula that was set, in order. */
const formulas = (drawn: string) =>
  [...drawn.matchAll(/<annotation encoding="application\/x-tex">([^<]*)</g)].map(([, tex]) => tex);

describe('[S36] a formula', () => {
  it('is set for the eye, and as MathML for screen readers', () => {
    const drawn = html('The area is $\\pi r^2$.');
    expect(drawn).toMatch(/<span class="katex"><span class="katex-mathml"><math /);
    expect(drawn).toContain('<span class="katex-html" aria-hidden="true">');
    expect(drawn).not.toMatch(/\sstyle=/);
    expect(drawn).toMatch(/data-style="height:/);
  });

  it.each([
    ['a $x$ b', ['x']],
    ['$x$', ['x']],
    ['$a*b$ and $c*d$', ['a*b', 'c*d']],
    ['$a_1$ and $a_2$, *so* $x_i$', ['a_1', 'a_2', 'x_i']],
    ['- $x$\n- $y$', ['x', 'y']],
    ['| a |\n| - |\n| $x$ |', ['x']],
    ['**$x$**', ['x']],
    ['$\\text{costs \\$5}$', ['\\text{costs \\$5}']],
    ['$\\{a\\}$ $a\\,$', ['\\{a\\}', 'a\\,']],
    ['$a\nb$', ['a\nb']],
    ['$`x + 1`$', ['x + 1']],
    ['text $$x$$ text', ['x']],
    ['$$\nx\n+ y\n$$', ['x\n+ y']],
    ['$$x$$', ['x']],
    ['text\n$$\nx\n$$\ntext', ['x']],
    ['> $$x$$', ['x']],
    ['`$$ x_1 $$`', ['x_1']],
    ['```math\nx\n\n+ y\n```', ['x\n\n+ y']],
    ['<div>\n\n$x$\n\n</div>', ['x']],
    ['$x < y \\& z > 0$', ['x &lt; y \\&amp; z &gt; 0']],
  ])('is read from %j', (markdown, tex) => {
    expect(formulas(html(markdown))).toEqual(tex);
  });

  it.each([
    'Tea costs $5 and coffee $10',
    'from $5–$10',
    '$5, $6 and $7',
    'a $ b $ c',
    '$ x$',
    '$x $',
    '\\$x\\$',
    '`$x$`',
    '```\n$x$\n```',
    '```sh\nkill $$ $$\n```',
    'cheap ($), middling ($$), dear ($$$)',
    '$$',
    '$$$$',
    'a $x\n\ny$ b',
    '<!-- $x$ -->\n\na',
  ])('is not read into %j', (markdown) => {
    expect(formulas(html(markdown))).toEqual([]);
  });

  it('stands on a line of its own between two dollar signs, and in a fence', () => {
    for (const markdown of ['$$x$$', '```math\nx\n```', '`$$x$$`', 'a $$x$$']) {
      expect(html(markdown)).toContain('<span class="katex-display">');
    }
    expect(html('$x$')).not.toContain('katex-display');
  });

  it('is no text of the title but its source', () => {
    expect(slideOf(on('# The area $\\pi r^2$')).title).toBe('The area \\pi r^2');
  });

  it('is set by the browser in notes, where the console draws no styles', () => {
    const { notes } = slideOf(on('# a', '', 'Note: $x$'));
    expect(notes).toContain('<math');
    expect(notes).not.toMatch(/katex-html|style/);
  });

  it('sets nothing larger than the slide, and expands no macro for ever', () => {
    expect(html('$\\rule{9999em}{1em}$')).not.toMatch(/width[:="]+9999em/);
    expect(problemsOf(on('$\\def\\a{\\a\\a}\\a$'))).toEqual([
      expect.stringMatching(/^warning 5: This formula is shown as its source: Too many expansions/),
    ]);
  });

  it('loads nothing, and leads nowhere', () => {
    const text = on(
      '$\\href{javascript:alert(1)}{x}$ $\\includegraphics{https://a.example/b.png}$',
    );
    expect(slideOf(text).html).not.toMatch(/href=|src=|<img|<a /);
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/^warning 5: \\href is left out/),
      expect.stringMatching(/^warning 5: \\includegraphics is left out/),
    ]);
  });

  it('with a mistake is shown as its source, with a warning at its line', () => {
    const text = on('# a', '', 'b', 'c $\\frc{1}{2}$ d', '', '$$', 'x', '\\frac{', '$$');
    expect(slideOf(text).html).toContain('<code class="formula-source">$\\frc{1}{2}$</code>');
    expect(problemsOf(text)).toEqual([
      'warning 8: This formula is shown as its source: Undefined control sequence: \\frc at position 1: \\frc{1}{2}',
      expect.stringMatching(/^warning 11: This formula is shown as its source: /),
    ]);
  });

  it.each([
    '{',
    '}',
    '\\',
    '^',
    '\\left(',
    '\\begin{a}',
    '{'.repeat(20_000),
    '\\sqrt'.repeat(5000),
  ])('of any text compiles: %.20s', (tex) => {
    expect(problemsOf(on('```math', tex, '```'))).toHaveLength(1);
  });
});

describe('[S36] a deck has formulas', () => {
  const written = (text: string) =>
    deckOf(text).slides.some(({ html: drawn }) => formulas(drawn).includes('x'));

  it.each([
    'a $x$\n\n---\n\n$$\ny\n$$',
    'a $x$\n\n---\n\n- $$y$$',
    'a $x$\n\n```math\ny\n```',
    'a $x$\n\n`$$y$$`',
  ])('if one stands alone: %j', (text) => {
    expect(written(text)).toBe(true);
  });

  it.each([
    'a $x$ and $y$',
    'cheap ($), middling ($$), dear ($$$)',
    '$$ is the process, and $$',
    '```sh\necho $$x$$\n```',
    '<!--\n$$x$$\n-->\n\na',
    '---\nmath: false\n---\n\n$$\nx\n$$',
    'a `$$x$$` b $x$',
  ])('only then: %j', (text) => {
    expect(written(text)).toBe(false);
  });
});
