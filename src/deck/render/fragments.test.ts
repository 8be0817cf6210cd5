import { parseDocument } from 'htmlparser2';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemsOf } from './compile-text.ts';
import { countFragments, numberFragments } from './fragments.ts';

/** Elements with the given classes and indices, in the order of the page. */
const page = (...elements: (string | null)[]) =>
  parseDocument(
    elements
      .map(
        (index) =>
          `<p class="fragment"${index === null ? '' : ` data-fragment-index="${index}"`}></p>`,
      )
      .join(''),
  );
const numbers = (root: ReturnType<typeof parseDocument>) => {
  numberFragments(root);
  return root.children.map((node) =>
    'attribs' in node ? Number(node.attribs['data-fragment-index']) : -1,
  );
};

describe('fragments', () => {
  it('without an index are shown one by one', () => {
    expect(countFragments(page(null, null, null))).toBe(3);
    expect(numbers(page(null, null, null))).toEqual([0, 1, 2]);
  });

  it('with the same index are shown together', () => {
    expect(countFragments(page('1', '0', '1'))).toBe(2);
    expect(numbers(page('1', '0', '1'))).toEqual([1, 0, 1]);
  });

  it('with an index come before those without, and gaps in the indices are no steps', () => {
    expect(countFragments(page(null, '10', '9', null, '10'))).toBe(4);
    expect(numbers(page(null, '10', '9', null, '10'))).toEqual([2, 1, 0, 3, 1]);
  });

  it('are found at any depth by their exact class', () => {
    const html =
      '<ul><li class="a fragment b"><b class="fragment"></b></li><li class="fragments"></li></ul>';
    expect(countFragments(parseDocument(html))).toBe(2);
  });

  it('with the class disabled are no steps', () => {
    expect(countFragments(parseDocument('<p class="fragment disabled"></p>'))).toBe(0);
  });

  it('keep their numbers when reveal.js numbers them again in the browser', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(6).map(String))), (indices) => {
        const root = page(...indices);
        const once = numbers(root);
        expect(numbers(root)).toEqual(once);
        expect(new Set(once).size).toBe(countFragments(root));
      }),
    );
  });

  it('lose an index that is not a number, with a warning', () => {
    for (const index of ['first', '-1']) {
      expect(problemsOf(`# a\n\n<p class="fragment" data-fragment-index="${index}">b</p>`)).toEqual(
        ['warning 3: "data-fragment-index" must be a whole number from 0'],
      );
      expect(countFragments(page(index, '0'))).toBe(2);
    }
  });
});
