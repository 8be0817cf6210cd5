import { describe, expect, it } from 'vitest';
import { deckOf, problemsOf } from './compile-text.ts';

const slide = (text: string, layout = 'two-cols') => `---\nlayout: ${layout}\n---\n\n${text}`;
const html = (text: string) => deckOf(slide(text)).slides[0]?.html.replace(/\n+/g, '');

const left = (inside: string) => `<div class="slot slot-left">${inside}</div>`;
const right = (inside: string) => `<div class="slot slot-right">${inside}</div>`;

describe('a slide in two columns', () => {
  it('shows its first headings above, and the rest of its text left', () => {
    expect(html('# a\n\n## b\n\nc\n\n### d\n\n::right::\n\ne')).toBe(
      `<h1>a</h1><h2>b</h2>${left('<p>c</p><h3>d</h3>')}${right('<p>e</p>')}`,
    );
  });

  it('shows all text before a marker of the left column above', () => {
    expect(html('# a\n\nb\n\n::left::\n\n## c\n\n::right::\n\nd')).toBe(
      `<h1>a</h1><p>b</p>${left('<h2>c</h2>')}${right('<p>d</p>')}`,
    );
  });

  it('has its left column first in any order of markers', () => {
    expect(html('::right::\n\na\n\n::default::\n\nb')).toBe(left('<p>b</p>') + right('<p>a</p>'));
  });

  it('[S29] shares the link references of all its parts, and of its notes', () => {
    const link = (text: string) =>
      `<a href="https://b.c" target="_blank" rel="noopener noreferrer">${text}</a>`;
    const define = '[b]: https://b.c';
    for (const text of [
      `[one][b]\n\n::right::\n\n[two][b]\n\n${define}`,
      `[one][b]\n\n${define}\n\n::right::\n\n[two][B]`,
      `[one][b]\n\n::right::\n\n[two][b]\n\nNote: c\n\n${define}`,
      `[one][b]\n\n::right::\n\n[two][b]\n\n<!--\n${define}\n-->`,
    ]) {
      const written = html(text);
      expect(written).toContain(left(`<p>${link('one')}</p>`));
      expect(written).toContain(right(`<p>${link('two')}</p>`));
    }
    const picture = html('![one][b]\n\n::right::\n\n[b]: c.png "d"');
    expect(picture).toContain('<img src="/slides/demo/c.png" alt="one" title="d">');
  });

  it('[S29] has the link references of its text in its notes, and none of another slide', () => {
    const { slides } = deckOf('[a][b]\n\n[b]: https://b.c\n\nNote: [c][b]\n\n---\n\n[d][b]');
    expect(slides[0]?.notes).toContain('href="https://b.c"');
    expect(slides[1]?.html).toBe('<p>[d][b]</p>');
  });

  it('keeps the columns apart even if an HTML element is not closed', () => {
    expect(html('<div><b>a\n\n::right::\n\nb')).toBe(
      left('<div><b>a</b></div>') + right('<p>b</p>'),
    );
  });

  it('is not split by markers in code or comments', () => {
    const text = 'a\n\n```\n::right::\n```\n\n<!--\n::right::\n-->\n\n::right::\n\nb';
    expect(html(text)).toMatch(/::right::.*<div class="slot slot-right"><p>b<\/p><\/div>$/);
  });

  it('counts the fragments of both columns together', () => {
    const fragment = (text: string) => `- ${text} <!-- .element: class="fragment" -->`;
    const [first] = deckOf(slide(`${fragment('a')}\n\n::right::\n\n${fragment('b')}`)).slides;
    expect(first?.fragments).toBe(2);
    expect(first?.html).toMatch(/data-fragment-index="0">a [^]*data-fragment-index="1">b /);
  });

  it('may have its question in either column', () => {
    const poll = '```poll\nid: a\nquestion: b\noptions: [c, d]\n```';
    expect(html(`text\n\n::right::\n\n${poll}`)).toMatch(/slot-right"><div class="activity"/);
  });

  it('gives a warning if one column is empty', () => {
    expect(problemsOf(slide('a'))).toEqual([
      'warning 4: Only one of two columns is filled: start the other with ::right::',
    ]);
  });
});

describe('a marker of columns', () => {
  it('is an error if it is misspelt', () => {
    expect(problemsOf(slide('a\n\n::rihgt::\n\nb\n\n::Right::'))).toEqual([
      'error 7: There is no slot "::rihgt::"; the slots are ::left:: and ::right::',
      'error 11: There is no slot "::Right::"; did you mean "::right::"?',
    ]);
  });

  it('is removed from other layouts, with a warning', () => {
    const text = slide('a\n\n::right::\n\nb', 'quote');
    expect(deckOf(text).slides[0]?.html).not.toContain('::');
    expect(problemsOf(text)).toEqual([
      'warning 7: ::right:: needs "layout: two-cols" or "layout: versus" in the slide\'s options',
    ]);
  });

  it('is text in other layouts if its name is unknown', () => {
    expect(deckOf(slide('::elsewhere::', 'quote')).slides[0]?.html).toBe('<p>::elsewhere::</p>');
  });
});
