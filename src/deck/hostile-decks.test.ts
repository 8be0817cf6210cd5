import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileDeck } from './compile-deck.ts';

const compile = (text: string) => compileDeck('demo', [{ file: 'deck.md', text }]);

const marks = [
  '---',
  '--',
  '```',
  '```js [1|2]',
  '````poll',
  '~~~',
  '<!--',
  '-->',
  '<!-- .slide: class="a" -->',
  '<!-- .element: class="fragment" -->',
  '<!-- .element: <b> "',
  'Note: a',
  '::right::',
  'layout: two-cols',
  'title: "a',
  'separator: \\n',
  'id: a',
  '- a',
  '  - b',
  '1. a',
  '    a',
  '> a',
  '| a |',
  '| - |',
  '# a',
  '[a](<b',
  '![](c)',
  '<div a="',
  '</div>',
  '<pre><code>',
  '<svg><![CDATA[',
  '`a',
  '\\',
  '&#0;',
  '\u0000',
  '',
  '',
];

/** Marks that may close code, in which a comment is shown. */
const MORE_MARKS = ['</code></pre>', '[a]: b', '---v', 'notesSeparator: b', '"class": a', '**a**'];

it('any text compiles to a deck or to errors', () => {
  const text = fc.oneof(
    fc
      .array(fc.constantFrom(...marks, ...MORE_MARKS), { maxLength: 20 })
      .map((lines) => lines.join('\n')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  fc.assert(
    fc.property(text, (written) => {
      const { deck, problems } = compile(written);
      expect(deck === null).toBe(problems.some(({ severity }) => severity === 'error'));
      const lines = written.split(/\r\n|\r|\n/).length;
      for (const { line } of problems) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(lines);
      }
    }),
    { numRuns: 500 },
  );
});

it('code in HTML may be nested as deep as somebody likes', () => {
  expect(compile('<pre><code>'.repeat(5_000)).deck).toBeNull();
  expect(
    compile(`${'<pre><code>'.repeat(500)}a${'</code></pre>'.repeat(500)}`).deck,
  ).not.toBeNull();
});

it.each(['> ', '<div>', '<div><svg><g>'])(
  'a slide is a mistake, and nothing else, where it is nested too deeply to be read: %j',
  (opening) => {
    const { deck, problems } = compile(`# a\n\n---\n\n${opening.repeat(10_000)}`);
    expect(deck).toBeNull();
    expect(problems).toMatchObject([
      { line: 5, message: 'This slide cannot be read: something in it is nested too deeply' },
    ]);
  },
);

it.each([
  ['spaces in an address', `<p style="background: url(${' '.repeat(20_000)}x">a</p>`],
  [
    'spaces in a list of files',
    `![](a)\n\n<!-- .slide: data-background-image="a${' '.repeat(60_000)}b" -->`,
  ],
  ['escaped quotes', `<p style='${'"\\'.repeat(20_000)}'>a</p>`],
  ['aliases', `---\na: &a [x]\n${'b: [*a, *a]\n'.repeat(3_000)}---\n\n# a`],
])('a deck is compiled soon, whatever is repeated in it: %s', (_, text) => {
  compile(text);
});

it('[A2] comments and notes are never shown to the room, in any surrounding text', () => {
  const secret = fc.constantFrom(
    '<!-- SECRET -->',
    '<!--SECRET\n\nSECRET-->',
    '<!-- SECRET\n---\nSECRET -->',
    '<!-- .nothing: SECRET -->',
    '<!-- > SECRET -- > -->',
    '<aside class="a notes">SECRET</aside>',
    '<!-- .slide: data-notes="SECRET" -->',
  );
  const around = fc.constantFrom(
    ...marks.filter((mark) => !/[`~]|<!--|-->|^ {4}|="$|<b$|CDATA/.test(mark)),
  );
  const line = fc
    .tuple(around, fc.constantFrom(' ', '\n', '\n\n'), secret)
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.boolean(), (lines, noted) => {
      const text = `# a\n\n${lines.join('\n\n')}${noted ? '\n\nNotes:\n\nSECRET' : ''}`;
      for (const { html, attributes, title } of compile(text).deck?.slides ?? []) {
        expect(html + JSON.stringify(attributes) + title).not.toContain('SECRET');
      }
    }),
    { numRuns: 500 },
  );
});

it.each([
  ['poll', 'options', '- OPTION', 20],
  ['rating', 'rows', '- OPTION', 12],
  ['match', 'cases', '- {name: OPTION}', 8],
])('the list of a %s is read only up to its maximum length', (type, key, entry, most) => {
  const entries = Array.from({ length: 300 }, () => `  ${entry}`).join('\n');
  const text = `\`\`\`${type}\nid: a\nquestion: Q?\n${key}:\n${entries}\n\`\`\``;
  const messages = compile(text).problems.map(({ message }) => message);
  expect(messages).toContainEqual(expect.stringMatching(/entries, and has 300$/));
  // Each entry is compared with all before it.
  expect(messages.filter((message) => message.includes('appears twice'))).toHaveLength(most - 1);
});
