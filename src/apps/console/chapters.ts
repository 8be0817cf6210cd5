import type { Slide } from '../../deck/deck.ts';

type ChapterSlide = Pick<Slide, 'h' | 'v' | 'title' | 'attributes'>;

/** Slides of a deck that belong together. */
export interface Chapter {
  /** The title of its first slide; empty for slides that belong to no chapter. */
  readonly title: string;
  /** The index of its first slide in the deck, and of the slide after its last. */
  readonly from: number;
  readonly to: number;
}

/**
 * Divides a deck into chapters, in their order. A slide of the layout "chapter" begins one, which ends
 * at the first slide without its accent. In a deck without such slides each column of several slides is
 * one. Slides between them are a chapter without a title.
 */
export function chaptersOf(slides: readonly ChapterSlide[]): readonly Chapter[] {
  const chapters: Chapter[] = [];
  const hasChapters = slides.some(isChapter);
  for (const [index, slide] of slides.entries()) {
    const last = chapters.at(-1);
    const first = last === undefined ? undefined : slides[last.from];
    const begins = hasChapters ? isChapter(slide) : isColumnHead(slides, index);
    if (last !== undefined && first !== undefined && !begins && goesOn(first, last, slide)) {
      chapters[chapters.length - 1] = { ...last, to: index + 1 };
    } else chapters.push({ title: begins ? slide.title : '', from: index, to: index + 1 });
  }
  return chapters;
}

/** true if a slide belongs to the chapter before it, whose first slide is `first`. */
function goesOn(first: ChapterSlide, { title }: Chapter, slide: ChapterSlide): boolean {
  if (title === '' || slide.h === first.h) return true;
  const accent = accentOf(first);
  return isChapter(first) && (accent === null || accentOf(slide) === accent);
}

function isChapter({ attributes }: ChapterSlide): boolean {
  return /(?:^|\s)layout-chapter(?:\s|$)/.test(attributes['class'] ?? '');
}

/** true for the first slide of a column that has others below. */
function isColumnHead(slides: readonly ChapterSlide[], index: number): boolean {
  return slides[index]?.v === 0 && slides[index + 1]?.v === 1;
}

function accentOf({ attributes }: ChapterSlide): string | null {
  return /(?:^|\s)(accent-\d+)/.exec(attributes['class'] ?? '')?.[1] ?? null;
}
