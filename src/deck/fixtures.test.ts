import { describe, expect, it } from 'vitest';
import { compileDeck } from './compile-deck.ts';
import type { CompiledDeck, Slide } from './deck.ts';

const files = import.meta.glob<string>('../../test/fixtures/decks/*/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The deck in a folder of the fixtures. */
function compile(name: string): CompiledDeck {
  const sources = Object.entries(files).filter(([path]) => path.includes(`/decks/${name}/`));
  return compileDeck(
    name,
    sources.map(([path, text]) => ({ file: path.split('/').at(-1) ?? path, text })),
  );
}

function slidesOf(name: string): readonly Slide[] {
  const { deck, problems } = compile(name);
  if (deck === null) throw new Error(JSON.stringify(problems));
  return deck.slides;
}

const outline = (name: string) =>
  slidesOf(name).map(({ h, v, title, fragments }) => `${h}.${v} ${title} (${fragments})`);

describe('a deck written for reveal.js', () => {
  it('compiles without problems', () => {
    expect(compile('plain-reveal').problems).toEqual([]);
  });

  it('has the slides and steps that reveal.js would show', () => {
    expect(outline('plain-reveal')).toEqual([
      '0.0 Reading the tides (0)',
      '1.0 Why the sea rises (3)',
      '1.1 Spring and neap (0)',
      '1.2 The harbour at low water (0)',
      '2.0 The rule of twelfths (2)',
      '3.0 From line forty (2)',
      '4.0  (1)',
      '5.0  (0)',
    ]);
  });

  it('keeps its tables, backgrounds and pictures', () => {
    const [first, , table, harbour, , , pictures] = slidesOf('plain-reveal');
    expect(first?.attributes).toEqual({
      class: 'layout-default dark',
      'data-background': '#0b3954',
    });
    expect(table?.html).toContain('<td align="right">4.1 m</td>');
    expect(harbour?.attributes['data-background-image']).toBe('/slides/plain-reveal/harbour.svg');
    expect(harbour?.html).toContain('<p data-style="color: #ffd23f">');
    expect(pictures?.html.match(/src="\/slides\/plain-reveal\/harbour.svg"/g)).toHaveLength(2);
  });
});

describe('a deck written for reveal-md', () => {
  it('is split only at the separators of its front matter', () => {
    expect(compile('reveal-md-separators').deck?.title).toBe('Bread in four folds');
    expect(outline('reveal-md-separators')).toEqual([
      '0.0 Bread in four folds (0)',
      '1.0 Flour (0)',
      '1.1 Which flour (0)',
      '2.0 Water (0)',
    ]);
  });

  it('gives a warning for its theme, which has no effect', () => {
    expect(compile('reveal-md-separators').problems).toMatchObject([
      { severity: 'warning', line: 3 },
    ]);
  });
});

describe('a deck written for Slidev', () => {
  it('compiles without problems', () => {
    expect(compile('slidev-like').problems).toEqual([]);
    expect(compile('slidev-like').deck).toMatchObject({
      title: 'Gardens that water themselves',
      lang: 'en-GB',
      activities: [{ id: 'watering-hour' }, { id: 'sure' }],
    });
  });

  it('has the layouts, titles and notes of its slides', () => {
    const slides = slidesOf('slidev-like');
    expect(slides.map(({ attributes, title }) => [attributes['class'], title])).toEqual([
      ['layout-title', 'Gardens that water themselves'],
      ['layout-chapter quiet filled', 'Where the water goes'],
      ['layout-two-cols', 'Evaporation'],
      ['layout-statement', 'Let the plant decide'],
      ['layout-two-cols', 'Two wicks'],
      ['layout-default', 'How sure are you?'],
    ]);
    expect(slides[0]?.notes).toContain('<strong>drought</strong>');
    expect(slides[2]?.notes).toBe('<p>Read the options aloud (secret-aloud).</p>');
  });
});

describe('a deck with mistakes', () => {
  const { deck, problems } = compile('with-mistakes');

  it('is not compiled', () => {
    expect(deck).toBeNull();
  });

  it('gives all of them at once, with their lines', () => {
    expect(problems.map(({ file, line, severity }) => `${file}:${line} ${severity}`))
      .toMatchInlineSnapshot(`
      [
        "01-questions.md:3 error",
        "01-questions.md:4 warning",
        "01-questions.md:5 error",
        "01-questions.md:13 error",
        "01-questions.md:14 error",
        "01-questions.md:19 error",
        "01-questions.md:29 error",
        "01-questions.md:36 error",
        "01-questions.md:40 error",
        "01-questions.md:43 error",
        "01-questions.md:49 error",
        "01-questions.md:50 error",
        "01-questions.md:55 warning",
        "01-questions.md:59 error",
        "02-html.md:3 warning",
        "02-html.md:4 warning",
        "02-html.md:6 warning",
        "02-html.md:8 warning",
        "02-html.md:10 warning",
        "02-html.md:12 warning",
        "02-html.md:14 warning",
        "02-html.md:20 warning",
        "02-html.md:22 error",
      ]
    `);
  });
});

describe('every deck', () => {
  const names = [...new Set(Object.keys(files).map((path) => path.split('/').at(-2) ?? ''))];

  it('keeps its notes and comments from the room', () => {
    expect(names).toEqual(
      expect.arrayContaining(['plain-reveal', 'reveal-md-separators', 'slidev-like']),
    );
    for (const name of names) {
      for (const { html, attributes } of compile(name).deck?.slides ?? []) {
        expect(html + JSON.stringify(attributes)).not.toMatch(
          /secret-|private-|<!--|aside|\.slide:|\.element:/,
        );
      }
    }
  });

  it('gives its notes to the presenter', () => {
    const notes = names
      .flatMap((name) => compile(name).deck?.slides ?? [])
      .map((slide) => slide.notes);
    const said = notes
      .join('')
      .match(/secret-[a-z-]+/g)
      ?.sort();
    expect(said).toEqual([
      'secret-aloud',
      'secret-drought',

      'secret-loaf',
      'secret-of-the-end',
      'secret-of-the-opening',
      'secret-of-the-quote',
      'secret-of-the-table',
      'secret-weight',
    ]);
  });

  it('needs no style attribute, no script and no other server', () => {
    for (const name of names) {
      for (const { html } of compile(name).deck?.slides ?? []) {
        expect(html).not.toMatch(
          /\sstyle=|<script|\son\w+=|(?:src|poster)="(?:https?:)?\/\/|javascript:/i,
        );
      }
    }
  });
});
