import { describe, expect, it } from 'vitest';
import { compileDeck } from '../compile-deck.ts';
import { deckOf, problemsOf, slideOf } from '../render/compile-text.ts';
import { layoutNames } from '../layouts.ts';

/** Compiles a deck whose second slide has these options. */
const second = (...options: string[]) => `# a\n\n---\n${options.join('\n')}\n---\n\n# b`;
const slide = (...options: string[]) => deckOf(second(...options)).slides[1];
const mistakes = (...options: string[]) => problemsOf(second(...options));
const deck = (...options: string[]) => `---\n${options.join('\n')}\n---\n\n# a`;

describe('the options of a slide', () => {
  it('follow the --- before the slide', () => {
    expect(slide('layout: chapter', 'title: T')).toMatchObject({
      title: 'T',
      attributes: { class: 'layout-chapter filled' },
      html: '<h1>b</h1>',
    });
  });

  it('may also follow a --', () => {
    const { slides } = deckOf('# a\n\n--\nlayout: quote\n---\n\n# b');
    expect(slides[1]).toMatchObject({ v: 1, attributes: { class: 'layout-quote' } });
  });

  it('may be at the start of any file', () => {
    expect(slideOf('---\nlayout: quote\n---\n# a').attributes['class']).toBe('layout-quote');
  });

  it('may contain blank lines and YAML lists', () => {
    expect(slide('layout: quote', '', 'class: >', '  big', '  bold')?.attributes).toEqual({
      class: 'layout-quote big bold',
    });
  });

  it('give the section its classes, including that of the layout', () => {
    expect(slideOf('# a').attributes['class']).toBe('layout-default');
    for (const layout of layoutNames) {
      const text = second(`layout: ${layout}`, 'class: dark wide');
      expect(deckOf(text).slides[1]?.attributes['class']).toMatch(
        new RegExp(`^layout-${layout} dark wide\\b`),
      );
    }
  });

  it('accept a colour, a gradient or a picture as background', () => {
    const background = (written: string) => slide(`background: ${written}`)?.attributes;
    for (const colour of ['"#fff"', '"#0b3954"', 'tomato', 'rgb(1 2 3)', 'hsl(1, 2%, 3%)']) {
      const value = colour.replaceAll('"', '');
      expect(background(colour)).toMatchObject({ 'data-background-color': value });
    }
    expect(background('linear-gradient(red, blue)')).toMatchObject({
      'data-background-gradient': 'linear-gradient(red, blue)',
    });
    for (const picture of ['sea.jpg', './sea.jpg', 'url(sea.jpg)', 'url("sea.jpg")']) {
      expect(background(`'${picture}'`)).toMatchObject({
        'data-background-image': '/slides/demo/sea.jpg',
      });
    }
  });

  it('set the transition, as named in reveal.js', () => {
    expect(slide('transition: fade-in slide-out')?.attributes).toMatchObject({
      'data-transition': 'fade-in slide-out',
    });
    expect(mistakes('transition: slide-left')).toEqual([
      'warning 4: "slide-left" has no effect; transitions are none, fade, slide, convex, concave and zoom',
    ]);
  });
});

describe('front matter', () => {
  it.each([
    ['a comment', ['# about', 'title: T']],
    ['several comments', ['# about', '# this deck', '', '# its name', 'title: T']],
    ['a blank line', ['', 'title: T']],
    ['blank lines and comments', ['', '', '# about', '', 'title: T']],
    ['a quoted key', ['"title": T']],
    ['a key in single quotes', ["'theme': x", 'title: T']],
    ['a key with an underscore', ['_key: 1', 'title: T']],
    ['a key with a dot', ['og.image: a.png', 'title: T']],
    ['a key of another script', ['größe: 3', 'title: T']],
  ])('of a deck may begin with %s', (_name, options) => {
    const { title, slides } = deckOf(deck(...options));
    expect({ title, slides: slides.length }).toEqual({ title: 'T', slides: 1 });
  });

  it.each([
    ['a key with a blank', ['title: T', 'date created: today']],
    ['a comment below a blank line', ['title: T', '', '# how it looks', 'theme: night']],
    ['a text of several lines', ['title: T', 'info: |', '  # About', '', '  Words: many']],
  ])('of a deck may contain %s', (_name, options) => {
    const { title, slides } = deckOf(deck(...options));
    expect({ title, slides: slides.length }).toEqual({ title: 'T', slides: 1 });
  });

  it('of a deck may have a comment of HTML above it', () => {
    for (const comment of [
      '<!-- licence -->',
      '<!--\n  licence\n-->\n',
      '<!-- a --> \n\n<!-- b -->',
    ]) {
      expect(deckOf(`${comment}\n${deck('title: T')}`)).toMatchObject({ title: 'T', slides: [{}] });
    }
    const background = '<!-- .slide: data-background="navy" -->';
    expect(deckOf(`${background}\n\n${deck('title: T')}`).slides).toHaveLength(2);
  });

  it('of a slide may begin with a comment and have quoted keys, and not with a blank line', () => {
    expect(slide('# about', '"layout": quote')?.attributes['class']).toBe('layout-quote');
    expect(deckOf('# a\n\n---\n\nlayout: quote\n---\n\n# b').slides).toHaveLength(3);
    expect(problemsOf('# a\n\n---\n\nlayout: quote\n---\n\n# b')[0]).toBe(
      'warning 5: "layout:" is shown as text: as an option of the slide, it must follow the line of --- directly',
    );
  });

  it('of another file may begin as that of the deck', () => {
    const { deck: compiled, problems } = compileDeck('demo', [
      { file: '1.md', text: '# a' },
      { file: '2.md', text: '---\n\n# about\n\nlayout: quote\n---\n\n# b' },
    ]);
    expect(compiled?.slides.map(({ attributes }) => attributes['class'])).toEqual([
      'layout-default',
      'layout-quote',
    ]);
    expect(problems).toEqual([]);
  });

  it('ends at a line of ---, and not at one of another slide', () => {
    const text = '# a\n\n--\nclass: b\n\n--\n\n# c\n\n---\n\n# d';
    expect(deckOf(text).slides).toHaveLength(4);
  });

  it('[S29] never takes the heading of a slide for a comment', () => {
    for (const text of ['title: a\n\n# b', '\n# b\n\ntext', '# b\n\nNote: c', 'Note: c\n\n# b']) {
      const { slides } = deckOf(`---\n${text}\n\n---\n\n# d`);
      expect(slides.map(({ h }) => h)).toEqual([0, 1]);
    }
  });
});

describe('text that resembles the options of a slide', () => {
  it('[S29] gives a warning if nothing else is on the slide', () => {
    for (const text of ['class: chemistry', 'title: x', 'minutes: 5', '"class": chemistry']) {
      expect(problemsOf(`# a\n\n---\n${text}\n---\n\n---\n\n# b`)).toEqual([
        expect.stringMatching(/^warning 4: This slide is empty: "\w+: …" is read as its option\./),
      ]);
    }
    expect(problemsOf('# a\n\n---\nbackground: navy\n---\n\n---\n\n# b')).toEqual([]);
  });

  it('[S29] gives a warning above a blank line and ---, where it may be a slide of its own', () => {
    expect(problemsOf('# a\n\n---\nclass: chemistry\n\n---\n\n# b')).toEqual([
      'warning 4: "class: chemistry" is read as an option of the slide below: leave no blank line above its closing ---, or one above it to show it as text',
    ]);
    expect(deckOf('# a\n\n---\n\nclass: chemistry\n\n---\n\n# b').slides[1]?.html).toBe(
      '<p>class: chemistry</p>',
    );
    expect(problemsOf('# a\n\n---\n\nclass: chemistry\n\n---\n\n# b')).toEqual([]);
  });

  it('remains text, as in plain reveal.js decks', () => {
    for (const text of [
      'Question: what?',
      'Note: say this',
      'one: two',
      'https://example.org',
      '- a',
    ]) {
      const { slides } = deckOf(`# a\n\n---\n${text}\n\n---\n\n# b`);
      expect(slides).toHaveLength(3);
    }
  });

  it('remains text if paragraphs follow, with a warning', () => {
    const text = '# a\n\n---\nlayout: quote\n\n# b\n\ntext\n\n---\n\n# c';
    expect(deckOf(text).slides[1]?.html).toContain('layout: quote');
    expect(problemsOf(text)).toEqual([
      'warning 4: "layout:" is shown as text: as an option of the slide, it must be between two lines of ---, with options only',
    ]);
  });

  it('remains text if a list follows', () => {
    const { slides } = deckOf('# a\n\n---\ntitle: text\n\n- b\n\n---\n\n# c');
    expect(slides.map(({ title }) => title)).toEqual(['a', '', 'c']);
  });

  it('remains text if a heading would be lost as a YAML comment', () => {
    expect(deckOf('# a\n\n---\nclass: text\n\n# b\n\n---\n\n# c').slides).toHaveLength(3);
  });

  it('remains text if a name is misspelt, with a warning', () => {
    expect(mistakes('Layout: quote')).toEqual([
      'warning 4: "Layout:" is shown as text; did you mean the option "layout:"?',
      expect.stringContaining('warning 5: A new slide starts here'),
    ]);
  });
});

describe('a mistake in the options of a slide', () => {
  it('is reported with the option that was probably meant', () => {
    expect(mistakes('layout: quote', 'clas: dark')).toEqual([
      'error 5: "clas" is not an option here; did you mean "class"?',
    ]);
    expect(mistakes('title: T', 'zoomLevel: 3')).toEqual([
      expect.stringMatching(/^error 5: "zoomLevel" is not an option here; the options are title, /),
    ]);
  });

  it('is reported with the layout that was probably meant', () => {
    expect(mistakes('layout: two-colls')).toEqual([
      'error 4: There is no layout "two-colls"; did you mean "two-cols"?',
    ]);
    expect(mistakes('layout: cover')).toEqual([
      expect.stringMatching(
        /^error 4: There is no layout "cover"; the layouts are default, title, /,
      ),
    ]);
  });

  it('is reported for a colour that YAML takes for a comment', () => {
    expect(mistakes('background: #fff')).toEqual([
      'error 4: "background" is empty; a value that starts with # needs quotes: "#fff"',
    ]);
  });

  it('is reported for a repeated option or invalid YAML', () => {
    expect(mistakes('layout: quote', 'layout: quote')).toEqual(['error 5: "layout" appears twice']);
    expect(mistakes('layout: quote', 'title: "a" b')).toEqual([
      'error 5: Something follows what YAML reads as the end of a value: put the whole text into quotes',
    ]);
  });
});

describe('the options of a deck', () => {
  it('include title, language and the options of its first slide', () => {
    const text = deck('title: T', 'lang: pt-br', 'layout: title', 'background: navy');
    expect(deckOf(text)).toMatchObject({
      title: 'T',
      lang: 'pt-BR',
      slides: [
        { title: 'a', attributes: { class: 'layout-title', 'data-background-color': 'navy' } },
      ],
    });
  });

  it('default to the first heading or the folder as title, and to English', () => {
    expect(deckOf('text\n\n---\n\n## *Two* words')).toMatchObject({
      title: 'Two words',
      lang: 'en',
    });
    expect(deckOf('text').title).toBe('demo');
  });

  it('give a first slide without a heading the title of the deck', () => {
    expect(slideOf('---\ntitle: T\n---\n\n![A sea](sea.jpg)').title).toBe('T');
  });

  it('of other tools have no effect, with a warning', () => {
    expect(problemsOf(deck('title: T', 'theme: night', 'revealOptions:', '  x: 1'))).toEqual([
      'warning 3: "theme", "revealOptions" have no effect here',
    ]);
    expect(problemsOf(deck('title: T', 'theme: night'))).toEqual([
      'warning 3: "theme" has no effect here',
    ]);
  });

  it('are errors if their names are misspelt', () => {
    expect(problemsOf(deck('titl: T', 'seperator: x'))).toEqual([
      'error 2: "titl" is not an option of a deck; did you mean "title"?',
      'error 3: "seperator" is not an option of a deck; did you mean "separator"?',
    ]);
  });

  it('must contain a valid language', () => {
    expect(problemsOf(deck('lang: not a language'))).toEqual([
      'error 2: "not a language" names no language; write "en", "de" or "pt-BR"',
    ]);
  });

  it('are absent in a deck that starts with a slide', () => {
    expect(deckOf('---\n\n# a\n\n---\n\n# b').slides).toHaveLength(2);
  });
});
