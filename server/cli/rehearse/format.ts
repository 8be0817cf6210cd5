/** A time in milliseconds, as people read it. */
export function milliseconds(time: number): string {
  if (time < 1_000) return `${Math.ceil(time)} ms`;
  return `${(time / 1_000).toFixed(1)} s`;
}

export function count(value: number): string {
  return value.toLocaleString('en-GB');
}

/** `1 phone`, `2 phones`. */
export function several(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}

/** A share of a whole, in per cent. */
export function percent(part: number, whole: number): string {
  return `${Math.round((100 * part) / Math.max(1, whole))} %`;
}
