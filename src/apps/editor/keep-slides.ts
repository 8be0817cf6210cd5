import type { DeckPreview, PreviewSlide } from '../../protocol/deck-editing.ts';

/** The next preview with those slides of the one before that look the same: these are not drawn again. */
export function keepSlides(before: DeckPreview | null, next: DeckPreview): DeckPreview {
  if (before === null) return next;
  const known = new Map(before.slides.map((slide) => [keyOf(slide), slide]));
  const slides = next.slides.map((slide) => {
    const same = known.get(keyOf(slide));
    return same === undefined ? slide : { ...slide, question: same.question };
  });
  const isSameTheme = JSON.stringify(before.theme) === JSON.stringify(next.theme);
  return { ...next, slides, theme: isSameTheme ? before.theme : next.theme };
}

function keyOf({ hash, question }: PreviewSlide): string {
  return `${hash} ${JSON.stringify(question)}`;
}
