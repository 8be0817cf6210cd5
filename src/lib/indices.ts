import { isInteger } from './is-integer.ts';

/** Whether a value is a place in a list of `length`, from 0. */
export function isIndex(value: unknown, length: number): value is number {
  return isInteger(value, 0, length - 1);
}

/** Distinct places in a list of `length`, from 0, rising; null where anything else is written. */
export function readIndices(written: unknown, length: number): number[] | null {
  if (!Array.isArray(written) || written.length > length) return null;
  const places: number[] = [];
  for (const place of written) {
    if (!isIndex(place, length) || places.includes(place)) return null;
    places.push(place);
  }
  return places.sort((one, other) => one - other);
}

/** The places with one put in, or taken out where it is among them; rising. */
export function toggleIndex(places: readonly number[], place: number): number[] {
  return places.includes(place)
    ? places.filter((other) => other !== place)
    : [...places, place].sort((one, other) => one - other);
}

/** Whether both name the same places; both rising. */
export function sameIndices(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((place, index) => place === other[index]);
}
