import type { Slide } from '../../src/deck/deck.ts';

const PICTURES = ['data-background', 'data-background-image'];
const BESIDE = 'background-color beside it: dark for light text';

/** Says how the text finds its colour on slides with a picture or film behind them. */
export function backgroundNotes(slides: readonly Slide[]): string[] {
  const isOpen = ({ attributes }: Slide): boolean => !('data-background-color' in attributes);
  const named = (names: readonly string[]): string[] =>
    slides.flatMap((slide, index) => {
      const shown = names.some((name) => slide.attributes[name]?.startsWith('/slides/') === true);
      return shown && isOpen(slide) ? [String(index + 1)] : [];
    });
  const pictures = named(PICTURES);
  const films = named(['data-background-video']);
  return [
    ...(pictures.length === 0
      ? []
      : [
          `text is light or dark by the lightness of the picture behind it on ${list(pictures)}; to choose, write ${BESIDE}`,
        ]),
    ...(films.length === 0
      ? []
      : [`text does not follow the film behind it on ${list(films)}; write ${BESIDE}`]),
  ];
}

function list(slides: readonly string[]): string {
  return `${slides.length === 1 ? 'slide' : 'slides'} ${slides.join(', ')}`;
}
