import { describe, expect, it } from 'vitest';
import { deckOf } from '../render/compile-text.ts';

/** The attributes of the second slide of a deck with these options. */
function slide(options: readonly string[], theme: readonly string[] = [], text = '# Boats') {
  const front = ['title: a', ...theme].join('\n');
  const { slides } = deckOf(
    `---\n${front}\n---\n\n# First\n\n---\n${options.join('\n')}\n---\n\n${text}`,
  );
  return slides[1]?.attributes;
}

const THEME = ['theme:', "  accent: '#7a3b00'"];

describe('[S50] a chapter', () => {
  it.each([
    [['accent: 1'], [], '#94102a', 'accent-1'],
    [['accent: 8'], [], '#b33879', 'accent-8'],
    [['class: accent-3'], [], '#0a5f66', 'accent-3'],
    [['minutes: 1'], [], '#334a62', ''],
    [['minutes: 1'], THEME, '#7a3b00', 'accent-deck'],
    [['accent: 2'], THEME, '#1b6cc0', 'accent-2'],
  ])('is filled with its accent as on light paper: %j, %j', (options, theme, colour, accent) => {
    expect(slide(['layout: chapter', ...options], theme)).toEqual({
      class: ['layout-chapter', accent, 'filled'].filter((word) => word !== '').join(' '),
      'data-background-color': colour,
    });
  });

  it.each([
    ["background: '#ffffff'", 'data-background-color', '#ffffff'],
    ['background: linear-gradient(red, blue)', 'data-background-gradient', ''],
    ["background-color: '#ffffff'", 'data-background-color', '#ffffff'],
    ['mode: dark', 'data-background-color', '#141311'],
  ])('keeps a background of its own: %s', (option, name, value) => {
    const attributes = slide(['layout: chapter', option]);
    expect(attributes?.['class']).toBe('layout-chapter');
    expect(attributes?.[name]).toContain(value);
  });
});

describe('[S50] a slide', () => {
  it('may be in the other mode than its deck', () => {
    expect(slide(['mode: dark'])).toEqual({
      class: 'layout-default',
      'data-background-color': '#141311',
    });
    expect(slide(['mode: light'])).toEqual({
      class: 'layout-default',
      'data-background-color': '#fdfcf9',
    });
  });

  it('of another layout is not filled, and has the accent of the deck where it has none', () => {
    expect(slide(['accent: 1'])).toEqual({ class: 'layout-default accent-1' });
    expect(slide(['minutes: 1'])).toEqual({ class: 'layout-default' });
    expect(slide(['minutes: 1'], THEME)).toEqual({ class: 'layout-default accent-deck' });
    expect(slide(['accent: 1'], THEME)).toEqual({ class: 'layout-default accent-1' });
  });
});
