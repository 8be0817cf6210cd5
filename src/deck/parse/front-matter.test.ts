import { describe, expect, it } from 'vitest';
import { deckOf, problemsOf, slideOf } from '../render/compile-text.ts';
import { layoutNames } from '../layouts.ts';

/** A slide whose options are these, behind another one. */
const second = (...options: string[]) => `# a\n\n---\n${options.join('\n')}\n---\n\n# b`;
const slide = (...options: string[]) => deckOf(second(...options)).slides[1];
const mistakes = (...options: string[]) => problemsOf(second(...options));
const deck = (...options: string[]) => `---\n${options.join('\n')}\n---\n\n# a`;

describe('the options of a slide', () => {
  it('stand behind the --- that parts it from the slide before', () => {
    expect(slide('layout: chapter', 'title: T')).toMatchObject({
      title: 'T',
      attributes: { class: 'layout-chapter' },
      html: '<h1>b</h1>',
    });
  });

  it('stand behind a -- as well', () => {
    const { slides } = deckOf('# a\n\n--\nlayout: quote\n---\n\n# b');
    expect(slides[1]).toMatchObject({ v: 1, attributes: { class: 'layout-quote' } });
  });

  it('stand at the head of a file, with or without a deck before it', () => {
    expect(slideOf('---\nlayout: quote\n---\n# a').attributes['class']).toBe('layout-quote');
  });

  it('may hold blank lines and lists of YAML', () => {
    expect(slide('layout: quote', '', 'class: >', '  big', '  bold')?.attributes).toEqual({
      class: 'layout-quote big bold',
    });
  });

  it('give the section its classes, its layout among them', () => {
    expect(slideOf('# a').attributes['class']).toBe('layout-default');
    for (const layout of layoutNames) {
      const text = second(`layout: ${layout}`, 'class: dark wide');
      expect(deckOf(text).slides[1]?.attributes['class']).toMatch(
        new RegExp(`^layout-${layout} dark wide\\b`),
      );
    }
  });

  it('tell colours, gradients and pictures of a background apart', () => {
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

  it('say how the slide comes, in the words of reveal.js', () => {
    expect(slide('transition: fade-in slide-out')?.attributes).toMatchObject({
      'data-transition': 'fade-in slide-out',
    });
    expect(mistakes('transition: slide-left')).toEqual([
      'warning 4: "slide-left" has no effect; transitions are none, fade, slide, convex, concave and zoom',
    ]);
  });
});

describe('what only looks like the options of a slide', () => {
  it('is text, as plain reveal.js decks have it', () => {
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

  it('is text where an option is followed by paragraphs, and is warned of', () => {
    const text = '# a\n\n---\nlayout: quote\n\n# b\n\ntext\n\n---\n\n# c';
    expect(deckOf(text).slides[1]?.html).toContain('layout: quote');
    expect(problemsOf(text)).toEqual([
      'warning 4: "layout:" is shown as text: as an option of the slide, it stands between two lines of ---, with options only',
    ]);
  });

  it('is text where it is followed by a list', () => {
    const { slides } = deckOf('# a\n\n---\ntitle: text\n\n- b\n\n---\n\n# c');
    expect(slides.map(({ title }) => title)).toEqual(['a', '', 'c']);
  });

  it('is never taken for options if that would lose a heading to a comment of YAML', () => {
    expect(deckOf('# a\n\n---\nclass: text\n\n# b\n\n---\n\n# c').slides).toHaveLength(3);
  });

  it('is text where it is misspelt, and is warned of', () => {
    expect(mistakes('Layout: quote')).toEqual([
      'warning 4: "Layout:" is shown as text; did you mean the option "layout:"?',
      expect.stringContaining('warning 5: The slides part here'),
    ]);
  });
});

describe('a mistake in the options of a slide', () => {
  it('names the option that was probably meant', () => {
    expect(mistakes('layout: quote', 'clas: dark')).toEqual([
      'error 5: "clas" is not an option here; did you mean "class"?',
    ]);
    expect(mistakes('title: T', 'zoomLevel: 3')).toEqual([
      expect.stringMatching(/^error 5: "zoomLevel" is not an option here; the options are title, /),
    ]);
  });

  it('names the layout that was probably meant', () => {
    expect(mistakes('layout: two-colls')).toEqual([
      'error 4: There is no layout "two-colls"; did you mean "two-cols"?',
    ]);
    expect(mistakes('layout: cover')).toEqual([
      expect.stringMatching(
        /^error 4: There is no layout "cover"; the layouts are default, title, /,
      ),
    ]);
  });

  it('is a colour that YAML takes for a comment', () => {
    expect(mistakes('background: #fff')).toEqual([
      'error 4: "background" is empty; a value that starts with # needs quotes: "#fff"',
    ]);
  });

  it('is an option twice, or YAML that cannot be read', () => {
    expect(mistakes('layout: quote', 'layout: quote')).toEqual(['error 5: "layout" stands twice']);
    expect(mistakes('layout: quote', 'title: a: b')).toEqual([
      'error 5: This cannot be read as `key: value`; a text with a colon in it needs quotes around it',
    ]);
  });
});

describe('the options of a deck', () => {
  it('are its title and language, and those of its first slide', () => {
    const text = deck('title: T', 'lang: pt-br', 'layout: title', 'background: navy');
    expect(deckOf(text)).toMatchObject({
      title: 'T',
      lang: 'pt-BR',
      slides: [
        { title: 'a', attributes: { class: 'layout-title', 'data-background-color': 'navy' } },
      ],
    });
  });

  it('may be left out: the first heading is the title then, or the folder, and English the language', () => {
    expect(deckOf('text\n\n---\n\n## *Two* words')).toMatchObject({
      title: 'Two words',
      lang: 'en',
    });
    expect(deckOf('text').title).toBe('demo');
  });

  it('give a first slide without a heading the title of the deck', () => {
    expect(slideOf('---\ntitle: T\n---\n\n![A sea](sea.jpg)').title).toBe('T');
  });

  it('of other tools have no effect, which is said', () => {
    expect(problemsOf(deck('title: T', 'theme: night', 'revealOptions:', '  x: 1'))).toEqual([
      expect.stringMatching(/^warning 3: "theme" has no effect here; a deck's options are title, /),
      expect.stringContaining('warning 4: "revealOptions" has no effect here'),
    ]);
  });

  it('are errors where a slip of the pen would change the talk', () => {
    expect(problemsOf(deck('titl: T', 'seperator: x'))).toEqual([
      'error 2: "titl" is not an option of a deck; did you mean "title"?',
      'error 3: "seperator" is not an option of a deck; did you mean "separator"?',
    ]);
  });

  it('cannot say how notes begin: notes in another form would be shown to the room', () => {
    expect(problemsOf(deck('notesSeparator: "^Aside:"'))).toEqual([
      'error 2: "notesSeparator" is not read here: begin speaker notes with "Note:"',
    ]);
  });

  it('must name a language', () => {
    expect(problemsOf(deck('lang: not a language'))).toEqual([
      'error 2: "not a language" names no language; write "en", "de" or "pt-BR"',
    ]);
  });

  it('are none in a deck that starts with a slide', () => {
    expect(deckOf('---\n\n# a\n\n---\n\n# b').slides).toHaveLength(2);
  });
});
