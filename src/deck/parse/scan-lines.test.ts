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

  it('does not end at marks followed by words', () => {
    expect(fenced('```', '```js', '```', 'text')).toEqual([true, true, true, false]);
  });

  it('may be part of a list item, even on the line of its bullet', () => {
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

  it('does not end at marks that are indented further', () => {
    expect(fenced('```', '    ```', '```', 'text')).toEqual([true, true, true, false]);
  });

  it('does not start inside a paragraph, or indented after the end of a list', () => {
    expect(fenced('text', '      ```', 'text')).toEqual([false, false, false]);
    expect(fenced('- item', '', 'text', '', '    ```', 'text')).toEqual(Array(6).fill(false));
  });

  it('does not start in indented code or a code span', () => {
    expect(fenced('text', '', '    ```', '    ```js', 'text')).toEqual(Array(5).fill(false));
    expect(fenced('```one line```', 'text')).toEqual([false, false]);
  });

  it('is still open at the end of the lines if it is not closed', () => {
    expect(scan('text', '```', 'code').open).toEqual({ kind: 'fence', line: 2 });
  });
});

describe('a comment', () => {
  it('is replaced by an empty one in its first line', () => {
    expect(markdown('a <!-- b', '', 'c --> d', 'e')).toEqual(['a <!----> d', null, null, 'e']);
  });

  it('is kept on one line if it is an element directive', () => {
    expect(markdown('a <!-- .element:', ' class="x" --> b')).toEqual([
      'a <!-- .element: class="x" --> b',
      null,
    ]);
  });

  it('is separate from others on the same line', () => {
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

  it('does not start in code: fences, spans, indented lines', () => {
    expect(markdown('`<!-- a -->`')).toEqual(['`<!-- a -->`']);
    expect(markdown('``a ` <!-- b`` <!-- c -->')).toEqual(['``a ` <!-- b`` <!---->']);
    expect(markdown('```', '<!-- a', '```')).toEqual(['```', '<!-- a', '```']);
    expect(markdown('a', '', '    <!-- b -->')).toEqual(['a', '', '    <!-- b -->']);
  });

  it('may follow backticks that open no code span', () => {
    expect(markdown('a ` b <!-- c -->')).toEqual(['a ` b <!---->']);
    expect(markdown('\\`a <!-- b --> `')).toEqual(['\\`a <!----> `']);
    expect(markdown('a', '    <!-- b -->')).toEqual(['a', '    <!---->']);
    expect(markdown('`` a ` <!-- b -->')).toEqual(['`` a ` <!---->']);
  });

  it('cannot contain a fence', () => {
    expect(fenced('<!--', '```', '-->', 'text')).toEqual(Array(4).fill(false));
  });

  it('is still open at the end of the lines if it is not closed', () => {
    expect(scan('text <!-- a', 'b').open).toEqual({ kind: 'comment', line: 1 });
  });
});

it('a line of a million marks is scanned without delay', () => {
  const marks = '`'.repeat(100_000) + ' ` `` '.repeat(100_000) + '<!-- a -->'.repeat(10_000);
  expect(scan(marks).comments).toHaveLength(10_000);
});
