/** A width and a height in the same unit. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * The size in which a background picture is drawn on an area in CSS pixels, by the values of CSS
 * `background-size`; that of the area for units other than `px` and `%`.
 */
export function drawnSize(written: string, natural: Size, area: Size): Size {
  const [first = '', second = 'auto'] = written.trim().toLowerCase().split(/\s+/);
  const fits = [area.width / natural.width, area.height / natural.height];
  if (first === '' || first === 'cover') return scaled(natural, Math.max(...fits));
  if (first === 'contain') return scaled(natural, Math.min(...fits));
  const width = first === 'auto' ? null : length(first, area.width);
  const height = second === 'auto' ? null : length(second, area.height);
  if (width === undefined || height === undefined) return area;
  if (width === null) return height === null ? natural : scaled(natural, height / natural.height);
  return height === null ? scaled(natural, width / natural.width) : { width, height };
}

function scaled({ width, height }: Size, factor: number): Size {
  return { width: width * factor, height: height * factor };
}

/** In pixels; undefined for other units. */
function length(written: string, whole: number): number | undefined {
  const [, number, unit] = /^(\d*\.?\d+)(px|%)$/.exec(written) ?? [];
  if (number === undefined) return undefined;
  return unit === '%' ? (Number(number) / 100) * whole : Number(number);
}
