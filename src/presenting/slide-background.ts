/** By reveal.js's own rule, a `data-background` of this shape is a picture. */
const PICTURE = /\.(?:svg|png|jpe?g|gif|bmp|webp)(?:[?#\s]|$)/i;

type Attributes = Readonly<Record<string, string>>;

/**
 * Paints the background of a slide, and marks its brightness on the section, as reveal.js does on
 * the stage. `paper` gets the colour; `picture`, which lies between it and the slide, the picture.
 */
export function paintBackground(
  section: HTMLElement,
  paper: HTMLElement,
  picture: HTMLElement,
  attributes: Attributes,
): void {
  const written = attributes['data-background'] ?? '';
  const image = attributes['data-background-image'] ?? (PICTURE.test(written) ? written : '');
  paper.style.background = image === written ? '' : written;
  const colour = attributes['data-background-color'] ?? '';
  if (colour !== '') paper.style.backgroundColor = colour;
  const gradient = attributes['data-background-gradient'] ?? '';
  if (gradient !== '') paper.style.backgroundImage = gradient;
  paintPicture(picture, image, attributes);
  const brightness = brightnessOf(paper);
  if (brightness !== null) section.classList.add(brightness);
}

function paintPicture(picture: HTMLElement, image: string, attributes: Attributes): void {
  const files = image.split(',').map((file) => file.trim());
  const urls = files.filter((file) => file !== '').map((file) => `url(${JSON.stringify(file)})`);
  picture.style.backgroundImage = urls.join(', ');
  picture.style.backgroundSize = attributes['data-background-size'] ?? 'cover';
  picture.style.backgroundPosition = attributes['data-background-position'] ?? 'center';
  picture.style.backgroundRepeat = attributes['data-background-repeat'] ?? 'no-repeat';
  picture.style.opacity = attributes['data-background-opacity'] ?? '';
}

/** null where the paper has the page's own colour. */
function brightnessOf(paper: HTMLElement): 'has-dark-background' | 'has-light-background' | null {
  if (paper.style.backgroundColor === '') return null;
  const colour = getComputedStyle(paper).backgroundColor;
  const [red = 255, green = 255, blue = 255, opacity = 1] = (colour.match(/[\d.]+/g) ?? []).map(
    Number,
  );
  if (opacity === 0) return null;
  // Perceived brightness, as https://www.w3.org/TR/AERT/#color-contrast weighs it.
  const brightness = (red * 299 + green * 587 + blue * 114) / 1000;
  return brightness < 128 ? 'has-dark-background' : 'has-light-background';
}
