import { describe, expect, it } from 'vitest';
import { deckOf, problemsOf, slideOf } from './compile-text.ts';

const html = (...lines: string[]) => slideOf(lines.join('\n')).html;
/** The footnotes at the foot of a slide: the number and the text of each. */
const notes = (drawn: string) =>
  [...drawn.matchAll(/<div class="footnote"><sup>(\d+)<\/sup><div>([^]*?)<\/div><\/div>/g)].map(
    ([, number, text = '']) =>
      `${number} ${text
        .replace(/<[^>]+>/g, '')
        .replace(/\n+/g, '\n')
        .trim()}`,
  );
/** The numbers at the references, in order. */
const marks = (drawn: string) =>
  [...drawn.matchAll(/<sup class="footnote-mark">(\d+)<\/sup>/g)].map(([, number]) => number);

describe('a footnote', () => {
  it('stands at the end of its slide, by the number of its reference', () => {
    const drawn = html('A claim[^b], another[^a].', '', '[^a]: First.', '[^b]: *Second*.');
    expect(drawn).toMatch(
      /^<p>A claim<sup class="footnote-mark">1<\/sup>, another<sup class="footnote-mark">2<\/sup>\.<\/p>/,
    );
    expect(drawn).toMatch(/<div class="footnotes">[^]*<em>Second<\/em>[^]*First\.[^]*<\/div>$/);
    expect(notes(drawn)).toEqual(['1 Second.', '2 First.']);
  });

  it('has no id and no link of its own, so that nothing on it moves the stage', () => {
    const drawn = html('a[^1]', '', '[^1]: b');
    expect(drawn).not.toMatch(/\sid=|href=/);
  });

  it('counts from 1 on each slide', () => {
    const { slides } = deckOf(
      'a[^1]\n\n[^1]: One.\n\n---\n\nb[^1] c[^x]\n\n[^1]: Two.\n[^x]: Three.',
    );
    expect(slides.map((slide) => notes(slide.html))).toEqual([['1 One.'], ['1 Two.', '2 Three.']]);
  });

  it('has one number, however often something refers to it', () => {
    const drawn = html('a[^n] b[^m] c[^n]', '', '[^m]: M', '[^n]: N');
    expect(marks(drawn)).toEqual(['1', '2', '1']);
    expect(notes(drawn)).toEqual(['1 N', '2 M']);
  });

  it.each([
    ['in a heading', '# a[^1]'],
    ['in a list', '- a\n- b[^1]'],
    ['in a table', '| a[^1] |\n| - |\n| b |'],
    ['in bold', '**a[^1]**'],
    ['in a quotation', '> a[^1]'],
  ])('may be referred to %s', (_where, text) => {
    expect(notes(html(text, '', '[^1]: Note.'))).toEqual(['1 Note.']);
  });

  it('may be referred to in both columns, and defined in either', () => {
    const text = [
      '---\nlayout: two-cols\n---\n',
      '## a\n\n::left::\n\nb[^l] c[^r]\n\n[^l]: Left.\n\n::right::\n\nd[^r]\n\n[^r]: Right.',
    ];
    const drawn = html(...text);
    expect(notes(drawn)).toEqual(['1 Left.', '2 Right.']);
    expect(drawn).toMatch(/<div class="slot slot-right">[^]*<\/div>\s*<div class="footnotes">/);
  });

  it('may have several lines, paragraphs, code and a link', () => {
    const drawn = html(
      'a[^1]',
      '',
      '[^1]: One',
      'two',
      '',
      '    three [link](https://a.example)',
      '',
      'b',
    );
    expect(notes(drawn)).toEqual(['1 One\ntwo\nthree link']);
    expect(drawn).toContain('<p>b</p>');
    expect(drawn).toContain('target="_blank"');
  });

  it('may refer to another', () => {
    expect(notes(html('a[^1]', '', '[^2]: Two.', '[^1]: One[^2].'))).toEqual(['1 One2.', '2 Two.']);
    expect(notes(html('a[^1]', '', '[^1]: One[^1].'))).toEqual(['1 One1.']);
  });

  it('may use the link references of its slide, and is none itself', () => {
    const drawn = html('a![^1]', '', '[^1]: https://a.example', '[b]: https://b.example');
    expect(notes(drawn)).toEqual(['1 https://a.example']);
    expect(drawn).not.toContain('<img');
    const columns = '---\nlayout: two-cols\n---\n\na[^1] and [b]\n\n::right::\n\n';
    const shared = html(`${columns}[^1]: see [b]\n[b]: https://b.example`);
    expect(shared.match(/href="https:\/\/b\.example"/g)).toHaveLength(2);
  });

  it('is no part of a title', () => {
    expect(slideOf('# A title[^1]\n\n[^1]: b').title).toBe('A title');
  });

  it('that does not exist is shown as it is, with a warning', () => {
    expect(html('# a', '', 'b[^1]')).toContain('b[^1]');
    expect(problemsOf('# a\n\nb\nc[^1]')).toEqual([
      'warning 4: [^1] is shown as it is: this slide has no line "[^1]: …"',
    ]);
  });

  it('to which nothing refers, or that stands twice, has a warning', () => {
    expect(problemsOf('a[^1]\n\n[^1]: b\n\n[^1]: c\n\n[^2]: d')).toEqual([
      'warning 5: The footnote [^1] stands twice: the first counts',
      'warning 7: Nothing on this slide refers to this footnote: [^2]',
    ]);
  });

  it.each(['`[^1]`', '```\na[^1]\n[^1]: b\n```', '[^1](https://a.example)', '\\[^1]', '[^a b]'])(
    'is not read from %j',
    (text) => {
      expect(html(text)).not.toContain('footnote');
      expect(problemsOf(text)).toEqual([]);
    },
  );

  it('is sanitised, and warned of at its line, as anything else', () => {
    const text = 'a[^1]\n\n[^1]: b\n    <script>alert(1)</script>';
    expect(html(text)).not.toContain('script');
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/^warning [34]: <script> is left out/),
    ]);
  });
});
