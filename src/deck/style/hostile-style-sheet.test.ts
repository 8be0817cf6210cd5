import fc from 'fast-check';
import { generate, parse, walk, type CssNode } from 'css-tree';
import { describe, expect, it } from 'vitest';
import { clean } from '../../../test/fixtures/cleaned-style-sheet.ts';
import { LONGEST_STYLE } from './clean-style-sheet.ts';

/** The parts of a cleaned style sheet that should not be in it. */
function unsafeParts(css: string): string[] {
  const found: string[] = [];
  walk(parse(css, { parseCustomProperty: true }), (node) => {
    if (isUnsafe(node)) found.push(generate(node));
  });
  return found;
}

/** The selectors of all rules, as a browser would read them. */
function selectorsIn(css: string): string[] {
  const found: string[] = [];
  walk(parse(css), (node) => {
    if (node.type === 'Rule') found.push(generate(node.prelude));
  });
  return found;
}

function isUnsafe(node: CssNode): boolean {
  switch (node.type) {
    case 'Url':
      return !/^(?:\/slides\/demo\/|#)/.test(node.value);
    case 'Raw':
      return node.value.trim() !== '';
    case 'Atrule':
      return !['media', 'font-face', 'keyframes'].includes(node.name);
    case 'TypeSelector':
      return /^(?:html|body)$/i.test(node.name);
    case 'Declaration':
      return node.property === 'position' && generate(node.value).includes('fixed');
    default:
      return false;
  }
}

const cssOf = (text: string) => clean(text).css;

describe('[S34] a hostile style sheet', () => {
  it.each([
    ['html, body, :root, head { display: none }'],
    ['BODY { display: none }'],
    ['b\\6f dy { display: none }'],
    ['*|body { display: none }'],
    [':is(body, .a) { display: none }'],
    ['.a:not(html) { display: none }'],
    [':r\\6fot { display: none }'],
    ['+ footer { display: none }'],
    ['~ footer { display: none }'],
    ['> section { display: none }'],
    ['& .a { display: none }'],
    [':scope .a { display: none }'],
    [':host { display: none }'],
    ['.reveal { display: none }'],
    ['.slides { display: none }'],
    [
      '.reveal ~ footer, .slides + .a { display: none }',
      '.reveal .slides .reveal~footer,.reveal .slides .slides+.a{display:none}',
    ],
    ['.a.(b) { display: none }'],
    ['} body { display: none }'],
    ['.a {} } body { display: none }', '.reveal .slides .a{}'],
  ])('does not reach outside the slides: %s', (text, left = '') => {
    const { css, problems } = clean(text);
    expect(css).toBe(left);
    expect(problems.length + left.length).toBeGreaterThan(0);
  });

  it.each([
    'position: fixed',
    'POSITION: FIXED',
    'p\\6fsition: fixed',
    'position: f\\69xed',
    'position: fixed !important',
    'position: var(--a)',
    'position: env(a, fixed)',
    'position: if(style(--a): fixed)',
    '*position: fixed',
    'behavior: url(img/a.png)',
    '-moz-binding: url(img/a.png)',
    'width: expression(alert(1))',
    'filter: progid:DXImageTransform.Microsoft.gradient(a="b")',
    'background: url(https://a.example/b.png)',
    'background: url(//a.example/b.png)',
    'background: url("\\68ttps://a.example/b.png")',
    'background: u\\72l(https://a.example/b.png)',
    'background: URL(https://a.example/b.png)',
    'background: url(../b.png)',
    'background: url(data:image/png;base64,AAAA)',
    'background: url(javascript:alert(1))',
    'background: url(x.woff2)',
    'background: url(film.mov)',
    'background: url(img/a.png), url(https://a.example/b.png)',
    'background: image-set("https://a.example/b.png" 1x)',
    'background: -webkit-image-set(url(img/a.png) 1x)',
    'background: src("https://a.example/b.png")',
    'background: var(--a, url(https://a.example/b.png))',
    'background: var(--a, var(--b, u\\72l(https://a.example/b.png)))',
    'cursor: url(https://a.example/b.png), auto',
    'content: url(https://a.example/b.png)',
    '--a: url(https://a.example/b.png)',
    '--a: { position: fixed }',
    '--a: u\\72l(https://a.example/b.png)',
  ])('keeps no %s', (declaration) => {
    const { css, problems } = clean(`.a { ${declaration} }`);
    expect(css).toBe('.reveal .slides .a{}');
    expect(problems).toHaveLength(1);
  });

  it.each([
    '@import url(https://a.example/b.css);',
    '@\\69mport "b.css";',
    '@namespace a url(https://a.example);',
    '@page { margin: 0 }',
    '@property --paper { syntax: "*"; inherits: false }',
    '@layer a { .a { color: red } }',
    '@scope (body) { .a { color: red } }',
    '@counter-style a { system: cyclic }',
    '@view-transition { navigation: auto }',
    '@media url(https://a.example) { .a { color: red } }',
    '@font-face { font-family: "Inter Variable"; src: url(x.woff2) }',
    '@font-face { font-family: "INTER VARIABLE"; src: url(x.woff2) }',
    '@unknown { .a { color: red } }',
  ])('has no %s', (rule) => {
    const { css, problems } = clean(rule);
    expect(css).toBe('');
    expect(problems).not.toEqual([]);
  });

  it.each([
    '@keyframes "x{}} body { display: none } .y {" { to { color: red } }',
    '@keyframes x\\{\\} { to { color: red } }',
    '.a { background: url("img/a.png?) } body { display: none } .b { c: url(") }',
    '.a[b="] } body { display: none } .c["] { color: red }',
    '.a { content: "\\" } body { display: none } .b { content: \\"" }',
    '.a { --b: "} body { display: none }" }',
    '.\\7d body\\7b { color: red }',
    '@media (a: "} body { display: none }") { .a { color: red } }',
    '@font-face { font-family: "} body { display: none }"; src: url(x.woff2) }',
  ])('leaves no bracket by its texts and names: %s', (text) => {
    const css = cssOf(text);
    expect(unsafeParts(css)).toEqual([]);
    expect(
      selectorsIn(css).filter((selector) => !/^(?:\.reveal \.slides |to$)/.test(selector)),
    ).toEqual([]);
  });

  it('loads no font and no picture from elsewhere, and runs no animation of the page', () => {
    expect(cssOf('@font-face { font-family: A; src: url(https://a.example/b.woff2) }')).toBe(
      '@font-face{font-family:A}',
    );
    expect(
      cssOf('@keyframes a { to { background: url(https://a.example/b.png); position: fixed } }'),
    ).toBe('@keyframes deck-a{to{}}');
    expect(cssOf('@media print { @media screen { body { color: red } } }')).toBe(
      '@media print{@media screen{}}',
    );
  });

  it('ends where it closes brackets that another style sheet left open', () => {
    cssOf('{'.repeat(20));
    expect(clean('()})(aaaaaa')).toEqual({
      css: '',
      problems: [
        '1: "}" is left out: it closes nothing',
        '1: ")" is left out: it closes nothing',
        '1: These lines are left out: they cannot be read',
      ],
    });
  });

  it('is read on after a bracket that closes nothing, which is said with its line', () => {
    expect(clean('.a { color: red }\n}\n\n.b { color: red } ]')).toEqual({
      css: '.reveal .slides .a{color:red}.reveal .slides .b{color:red}',
      problems: ['2: "}" is left out: it closes nothing', '4: "]" is left out: it closes nothing'],
    });
    expect(clean('.a { --x: var(--y, ]) }').problems).toEqual([
      '1: "--x: var(--y, ])" is left out: it cannot be read',
    ]);
  });

  it('ends, however long or deep it is', () => {
    expect(clean('a'.repeat(LONGEST_STYLE + 1))).toEqual({
      css: '',
      problems: [`1: "deck.css" is left out: it is longer than ${LONGEST_STYLE} characters`],
    });
    for (const bracket of ['(', '[', '{', ':is(', '@media a{', 'var(--a,', '}']) {
      const deep = bracket.repeat(Math.floor((LONGEST_STYLE - 10) / bracket.length));
      expect(clean(`.a { color: ${deep}`).css).not.toContain('@media');
      expect(() => clean(deep)).not.toThrow();
    }
  });

  it('is safe in the reading of the result, whatever it was', () => {
    const part = fc.constantFrom(
      ...[
        '.a',
        'body',
        '{',
        '}',
        ';',
        ':',
        ',',
        '(',
        ')',
        '"',
        "'",
        '\\',
        '/*',
        '*/',
        '<!--',
        '-->',
      ],
      ...[
        'position',
        'fixed',
        'url(',
        'https://b',
        '@import',
        '@media',
        '@keyframes',
        'animation-name',
        'print',
        ' ',
        '\n',
        '--x',
        '&',
        '>',
      ],
      ...[
        'color',
        'red',
        'var(',
        '\\66ixed',
        'src(',
        '!',
        '#',
        'a',
        '1px',
        '@font-face',
        'html',
        ':is(',
      ],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const css = cssOf(parts.join(''));
        expect(unsafeParts(css)).toEqual([]);
        // Clean text stays as it is, but for addresses and the names of animations.
        expect(cssOf(css.replaceAll('/slides/demo/', '').replaceAll('deck-', ''))).toBe(css);
      }),
      { numRuns: 500 },
    );
  });
});
