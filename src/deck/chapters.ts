import type { Deck, Slide } from './deck.ts';

/**
 * The title of the chapter that a question is in: the last chapter slide before it, as long as the
 * hue has not changed since. '' outside all chapters.
 */
export function chapterOf({ slides }: Pick<Deck, 'slides'>, activity: string): string {
  const at = slides.findIndex((slide) => slide.activity === activity);
  const slide = slides[at];
  const chapter = slides.slice(0, Math.max(at, 0)).findLast(isChapter);
  if (slide === undefined || chapter === undefined) return '';
  return accentOf(slide) === accentOf(chapter) ? chapter.title : '';
}

/** The hue of a slide, from 1; null for the theme's own. */
export function accentOf({ attributes }: Pick<Slide, 'attributes'>): number | null {
  const accent = /(?:^|\s)accent-(\d)(?:\s|$)/.exec(attributes['class'] ?? '')?.[1];
  return accent === undefined ? null : Number(accent);
}

function isChapter({ attributes }: Slide): boolean {
  return /(?:^|\s)layout-chapter(?:\s|$)/.test(attributes['class'] ?? '');
}
