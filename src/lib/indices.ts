import { isInteger } from './number-range.ts';

/** Returns true for an index of a list of `length`, from 0. */
export function isIndex(value: unknown, length: number): value is number {
  return isInteger(value, 0, length - 1);
}

/** Reads distinct indices of a list of `length`, and sorts them; null for anything else. */
export function readIndices(written: unknown, length: number): number[] | null {
  if (!Array.isArray(written) || written.length > length) return null;
  const indices: number[] = [];
  for (const index of written) {
    if (!isIndex(index, length) || indices.includes(index)) return null;
    // Adding zero turns −0, which a stranger may send, into 0.
    indices.push(index + 0);
  }
  return indices.sort((one, other) => one - other);
}

/** Adds `index` to sorted indices, or removes it if it is among them. */
export function toggleIndex(indices: readonly number[], index: number): number[] {
  return indices.includes(index)
    ? indices.filter((other) => other !== index)
    : [...indices, index].sort((one, other) => one - other);
}

/** Compares two sorted lists of indices. */
export function sameIndices(one: readonly number[], other: readonly number[]): boolean {
  return one.length === other.length && one.every((value, at) => value === other[at]);
}

/** The share of the `right` indices among the chosen ones, less the chosen ones that are not right; 0 at least. */
export function shareOfIndices(right: readonly number[], chosen: readonly number[]): number {
  const hits = chosen.filter((index) => right.includes(index)).length;
  return Math.max(0, 2 * hits - chosen.length) / right.length;
}

/** Returns true for a list of whole numbers from 0. */
export function isIndices(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((index) => Number.isInteger(index) && index >= 0);
}
