import { describe, expect, it } from 'vitest';
import { clean } from '../../../test/fixtures/cleaned-style-sheet.ts';

describe('[S34] the style sheet of a deck', () => {
  it('matches inside slides only', () => {
    expect(clean('.note, section.wide > h2::before { color: red !important }')).toEqual({
      css: '.reveal .slides .note,.reveal .slides section.wide>h2::before{color:red!important}',
      problems: [],
    });
  });

  it('may be written for reveal.js', () => {
    for (const lead of ['.reveal ', '.reveal .slides ', '.reveal > .slides > ', '.slides ']) {
      expect(clean(`${lead}.note { color: red }`)).toEqual({
        css: '.reveal .slides .note{color:red}',
        problems: [],
      });
    }
  });

  it('keeps conditions, animations under names of its own, and fonts from the folder', () => {
    const text =
      '@media (min-width: 1px) { .a { color: red } } @supports (display: grid) { .a { color: red } }' +
      '@keyframes fade { from { opacity: 0 } 50%, to { opacity: 1 } } .a { animation: fade 1s, other 2s }' +
      '@font-face { font-family: "Mine"; src: url(x.woff2) format("woff2") }';
    expect(clean(text)).toEqual({
      css:
        '@media (min-width:1px){.reveal .slides .a{color:red}}' +
        '@supports (display:grid){.reveal .slides .a{color:red}}' +
        '@keyframes deck-fade{from{opacity:0}50%,to{opacity:1}}' +
        '.reveal .slides .a{animation:deck-fade 1s,other 2s}' +
        '@font-face{font-family:"Mine";src:url(/slides/demo/x.woff2)format("woff2")}',
      problems: [],
    });
  });

  it("shows pictures of the deck's folder", () => {
    expect(
      clean('.a { background: url(img/a.png) no-repeat, linear-gradient(red, var(--b, blue)) }'),
    ).toEqual({
      css: '.reveal .slides .a{background:url(/slides/demo/img/a.png)no-repeat,linear-gradient(red,var(--b,blue))}',
      problems: [],
    });
    expect(clean('.a { clip-path: url(#b) }').css).toContain('url(#b)');
    expect(clean('.a {\n  background: url("b.png") }').problems).toEqual([
      `2: There is no file "b.png" in the deck's folder; add it, or correct the name`,
    ]);
  });

  it('names file, line and reason of all that is left out', () => {
    const text = [
      'body { color: red }',
      '.a { position: fixed; color: blue }',
      '@import "b.css";',
      '.b { .c { color: red } }',
      '.d { color }',
    ].join('\n');
    const { css, problems } = clean(text);
    expect(css).toBe('.reveal .slides .a{color:blue}.reveal .slides .b{}.reveal .slides .d{}');
    expect(problems).toEqual([
      '1: "body" is left out: it reaches outside the slides; begin with a class of a slide, or with section',
      '2: "position: fixed" is left out: what covers the page would cover the way to join; write "position: absolute"',
      '3: "@import" is left out: write its rules into "deck.css"',
      '4: ".c { color: red }" is left out: write each rule by itself, not inside another',
      '5: "color" is left out: write each rule by itself, not inside another',
    ]);
  });
});
