import type { Position } from '../deck/deck.ts';
import { decoded } from '../lib/decoded.ts';

/**
 * The position to which a link within a deck leads, as reveal.js writes them: `#/3`, `#/2/1` and
 * `#/2/1/0` by numbers from 0, `#/id` and `#id` by the id of a slide or of something on it.
 *
 * @param slideWith the slide that has this id, or an element with it
 */
export function linkedPosition(
  href: string,
  slideWith: (id: string) => Pick<Position, 'h' | 'v'> | undefined,
): Position | null {
  const [column = '', row = '0', step] = decoded(href).replace(/^#\/?/, '').split('/');
  if ([column, row, step ?? '0'].every((part) => /^\d{1,5}$/.test(part))) {
    return { h: Number(column), v: Number(row), f: step === undefined ? -1 : Number(step) };
  }
  const slide = column === '' ? undefined : slideWith(column);
  return slide === undefined ? null : { h: slide.h, v: slide.v, f: -1 };
}
