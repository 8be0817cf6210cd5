import {
  backgroundPictures,
  inkFor,
  markInk,
  type Attributes,
  type Ink,
} from './background-ink.ts';

/**
 * Paints the background of a slide, and marks its brightness on the section, as the stage does.
 * `paper` gets the colour; `picture`, which lies between it and the slide, the picture.
 */
export function paintBackground(
  section: HTMLElement,
  paper: HTMLElement,
  picture: HTMLElement,
  attributes: Attributes,
): void {
  const written = attributes['data-background'] ?? '';
  const pictures = backgroundPictures(attributes);
  paper.style.background = pictures.includes(written.trim()) ? '' : written;
  const colour = attributes['data-background-color'] ?? '';
  if (colour !== '') paper.style.backgroundColor = colour;
  const gradient = attributes['data-background-gradient'] ?? '';
  if (gradient !== '') paper.style.backgroundImage = gradient;
  paintPictures(picture, pictures, attributes);
  const ink = inkOfColour(paper);
  if (ink !== null) section.classList.add(ink);
  void markInk(section, ink === null ? attributes : {});
}

function paintPictures(
  picture: HTMLElement,
  pictures: readonly string[],
  attributes: Attributes,
): void {
  const urls = pictures.map((file) => `url(${JSON.stringify(file)})`);
  picture.style.backgroundImage = urls.join(', ');
  picture.style.backgroundSize = attributes['data-background-size'] ?? 'cover';
  picture.style.backgroundPosition = attributes['data-background-position'] ?? 'center';
  picture.style.backgroundRepeat = attributes['data-background-repeat'] ?? 'no-repeat';
  picture.style.opacity = attributes['data-background-opacity'] ?? '';
}

/** null where the paper has the page's own colour. */
function inkOfColour(paper: HTMLElement): Ink | null {
  if (paper.style.backgroundColor === '') return null;
  const colour = getComputedStyle(paper).backgroundColor;
  const [red = 255, green = 255, blue = 255, opacity = 1] = (colour.match(/[\d.]+/g) ?? []).map(
    Number,
  );
  return opacity === 0 ? null : inkFor(red, green, blue);
}
