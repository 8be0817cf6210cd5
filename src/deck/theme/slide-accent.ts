import { addAttributes, type Attributes } from '../parse/directives.ts';
import type { Hex } from '../../lib/colour.ts';
import { DECK_ACCENT, FILLED, lightAccents, ownAccent } from './palette.ts';

/**
 * The attributes of a slide with the deck's own accent where it has none of the palette, and, for a
 * chapter without a background, filled with its accent. Every accent fills as it is on light paper, in
 * both modes: those for dark paper would dazzle a dark hall.
 *
 * @param own the deck's accent on light paper; null where it has none
 */
export function withAccentColours(written: Readonly<Attributes>, own: Hex | null): Attributes {
  const section = { ...written };
  const number = /(?:^|\s)accent-(\d)(?:\s|$)/.exec(section['class'] ?? '')?.[1];
  if (number === undefined && own !== null) addAttributes(section, { class: DECK_ACCENT });
  const isChapter = /(?:^|\s)layout-chapter(?:\s|$)/.test(section['class'] ?? '');
  const hasBackground = Object.keys(section).some((name) => name.startsWith('data-background'));
  if (!isChapter || hasBackground) return section;
  const accent = lightAccents[Number(number) - 1] ?? own ?? ownAccent;
  addAttributes(section, { class: FILLED, 'data-background-color': accent });
  return section;
}
