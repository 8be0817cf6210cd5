/** The most days for which answers can be kept: ten years. */
export const MOST_KEPT_DAYS = 3650;

/** Reads a number of days as `90d`, from 1 to `MOST_KEPT_DAYS`; null for all else. */
export function readKeptDays(written: string): number | null {
  const days = Number(/^([1-9]\d{0,3})d$/.exec(written.trim())?.[1] ?? 0);
  return days >= 1 && days <= MOST_KEPT_DAYS ? days : null;
}
