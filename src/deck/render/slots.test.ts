import { describe, expect, it } from 'vitest';
import { deckOf, problemsOf } from './compile-text.ts';

const slide = (text: string, layout = 'two-cols') => `---\nlayout: ${layout}\n---\n\n${text}`;
const html = (text: string) => deckOf(slide(text)).slides[0]?.html.replace(/\n+/g, '');

const left = (inside: string) => `<div class="slot slot-left">${inside}</div>`;
const right = (inside: string) => `<div class="slot slot-right">${inside}</div>`;

describe('a slide in two columns', () => {
  it('keeps the headings it begins with above, and the rest of its text left', () => {
    expect(html('# a\n\n## b\n\nc\n\n### d\n\n::right::\n\ne')).toBe(
      `<h1>a</h1><h2>b</h2>${left('<p>c</p><h3>d</h3>')}${right('<p>e</p>')}`,
    );
  });

  it('keeps all its text above where the left column is marked', () => {
    expect(html('# a\n\nb\n\n::left::\n\n## c\n\n::right::\n\nd')).toBe(
      `<h1>a</h1><p>b</p>${left('<h2>c</h2>')}${right('<p>d</p>')}`,
    );
  });

  it('has its left column first, however they are written', () => {
    expect(html('::right::\n\na\n\n::default::\n\nb')).toBe(left('<p>b</p>') + right('<p>a</p>'));
  });

  it('keeps them apart, even where HTML is left open', () => {
    expect(html('<div><b>a\n\n::right::\n\nb')).toBe(
      left('<div><b>a</b></div>') + right('<p>b</p>'),
    );
  });

  it('is not parted by what is code or comment', () => {
    const text = 'a\n\n```\n::right::\n```\n\n<!--\n::right::\n-->\n\n::right::\n\nb';
    expect(html(text)).toMatch(/::right::.*<div class="slot slot-right"><p>b<\/p><\/div>$/);
  });

  it('counts the fragments of both columns together', () => {
    const fragment = (text: string) => `- ${text} <!-- .element: class="fragment" -->`;
    const [first] = deckOf(slide(`${fragment('a')}\n\n::right::\n\n${fragment('b')}`)).slides;
    expect(first?.fragments).toBe(2);
    expect(first?.html).toMatch(/data-fragment-index="0">a [^]*data-fragment-index="1">b /);
  });

  it('may ask a question in either of them', () => {
    const poll = '```poll\nid: a\nquestion: b\noptions: [c, d]\n```';
    expect(html(`text\n\n::right::\n\n${poll}`)).toMatch(/slot-right"><div class="activity"/);
  });

  it('with one column is warned of', () => {
    expect(problemsOf(slide('a'))).toEqual([
      'warning 4: Only one of two columns is filled: start the other with ::right::',
    ]);
  });
});

describe('a marker of columns', () => {
  it('that is misspelt is an error', () => {
    expect(problemsOf(slide('a\n\n::rihgt::\n\nb\n\n::Right::'))).toEqual([
      'error 7: There is no slot "::rihgt::"; the slots are ::left:: and ::right::',
      'error 11: There is no slot "::Right::"; did you mean "::right::"?',
    ]);
  });

  it('in another layout is left out, and warned of', () => {
    const text = slide('a\n\n::right::\n\nb', 'quote');
    expect(deckOf(text).slides[0]?.html).not.toContain('::');
    expect(problemsOf(text)).toEqual([
      'warning 7: ::right:: needs "layout: two-cols" or "layout: versus" in the slide\'s options',
    ]);
  });

  it('of any other name is text in another layout', () => {
    expect(deckOf(slide('::elsewhere::', 'quote')).slides[0]?.html).toBe('<p>::elsewhere::</p>');
  });
});
