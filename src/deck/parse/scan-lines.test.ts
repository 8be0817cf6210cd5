import { describe, expect, it } from 'vitest';
import { toLines } from './lines.ts';
import { scanLines } from './scan-lines.ts';

const scan = (...lines: string[]) => scanLines(toLines(lines.join('\n')));
const markdown = (...lines: string[]) => scan(...lines).lines.map((line) => line.markdown);
const fenced = (...lines: string[]) => scan(...lines).lines.map(({ fence }) => fence !== null);

describe('a code fence', () => {
  it('ends at marks of its own kind that are at least as long', () => {
    expect(fenced('````', '```', '~~~~', '`````', 'text')).toEqual([true, true, true, true, false]);
    expect(fenced('~~~', '```', '~~~', 'text')).toEqual([true, true, true, false]);
  });

  it('does not end at marks with words behind them', () => {
    expect(fenced('```', '```js', '```', 'text')).toEqual([true, true, true, false]);
  });

  it('may be part of a list item, on the line of its bullet as well', () => {
    expect(fenced('- item', '', '  ```', '  code', '  ```', 'text')).toEqual([
      false,
      false,
      true,
      true,
      true,
      false,
    ]);
    expect(fenced('- ```js', '  code', '  ```', 'text')).toEqual([true, true, true, false]);
    expect(fenced('1. one', '', '    - two', '', '      ```', '      ```', 'text')).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
      false,
    ]);
  });

  it('does not end at marks that are indented further, as it may show them', () => {
    expect(fenced('```', '    ```', '```', 'text')).toEqual([true, true, true, false]);
  });

  it('is none where a paragraph goes on, or behind the end of a list', () => {
    expect(fenced('text', '      ```', 'text')).toEqual([false, false, false]);
    expect(fenced('- item', '', 'text', '', '    ```', 'text')).toEqual(Array(6).fill(false));
  });

  it('is none where code is shown that is indented, or a code span', () => {
    expect(fenced('text', '', '    ```', '    ```js', 'text')).toEqual(Array(5).fill(false));
    expect(fenced('```one line```', 'text')).toEqual([false, false]);
  });

  it('is still open when the lines end before it does', () => {
    expect(scan('text', '```', 'code').open).toEqual({ kind: 'fence', line: 2 });
  });
});

describe('a comment', () => {
  it('leaves an empty one in its place, in its first line', () => {
    expect(markdown('a <!-- b', '', 'c --> d', 'e')).toEqual(['a <!----> d', null, null, 'e']);
  });

  it('keeps its words when they are for an element, on one line', () => {
    expect(markdown('a <!-- .element:', ' class="x" --> b')).toEqual([
      'a <!-- .element: class="x" --> b',
      null,
    ]);
  });

  it('is told apart from others on the same line', () => {
    const { comments } = scan('<!-- a --> x <!-- b --> y <!-- c', 'd -->');
    expect(comments).toEqual([
      { text: ' a ', line: 1 },
      { text: ' b ', line: 1 },
      { text: ' c\nd ', line: 1 },
    ]);
  });

  it('may be as short as HTML allows', () => {
    expect(markdown('a<!-->b<!--->c<!---->d')).toEqual(['a<!---->b<!---->c<!---->d']);
  });

  it('is none in code: fences, spans, indented lines', () => {
    expect(markdown('`<!-- a -->`')).toEqual(['`<!-- a -->`']);
    expect(markdown('``a ` <!-- b`` <!-- c -->')).toEqual(['``a ` <!-- b`` <!---->']);
    expect(markdown('```', '<!-- a', '```')).toEqual(['```', '<!-- a', '```']);
    expect(markdown('a', '', '    <!-- b -->')).toEqual(['a', '', '    <!-- b -->']);
  });

  it('is one behind marks that open no code', () => {
    expect(markdown('a ` b <!-- c -->')).toEqual(['a ` b <!---->']);
    expect(markdown('\\`a <!-- b --> `')).toEqual(['\\`a <!----> `']);
    expect(markdown('a', '    <!-- b -->')).toEqual(['a', '    <!---->']);
    expect(markdown('`` a ` <!-- b -->')).toEqual(['`` a ` <!---->']);
  });

  it('holds no fences', () => {
    expect(fenced('<!--', '```', '-->', 'text')).toEqual(Array(4).fill(false));
  });

  it('is still open when the lines end before it does', () => {
    expect(scan('text <!-- a', 'b').open).toEqual({ kind: 'comment', line: 1 });
  });
});

it('copes with lines of a million marks', () => {
  const marks = '`'.repeat(100_000) + ' ` `` '.repeat(100_000) + '<!-- a -->'.repeat(10_000);
  expect(scan(marks).comments).toHaveLength(10_000);
});
