const DAY_MS = 24 * 60 * 60 * 1000;

/** The local day of a moment: "Today", "Yesterday", "Thursday 26 November 2026". */
export function dayLabel(at: Date, now: Date): string {
  const ago = daysBetween(at, now);
  if (ago === 0) return 'Today';
  return ago === 1 ? 'Yesterday' : longDay(at, true);
}

/** The same within a sentence, without the year where it is the present one: "12 November". */
export function dayInSentence(at: Date, now: Date): string {
  const ago = daysBetween(at, now);
  if (ago === 0) return 'today';
  if (ago === 1) return 'yesterday';
  return at.toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    ...(at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' }),
  });
}

/** "Thursday 26 November 2026", with or without the name of the day. */
export function longDay(at: Date, withName: boolean): string {
  const date = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
  // Put together here: some browsers have a comma between the two.
  return withName ? `${at.toLocaleDateString('en-GB', { weekday: 'long' })} ${date}` : date;
}

/** The time from one moment to another: "45 min", "1 h 35 min". */
export function lengthLabel(from: Date, to: Date): string {
  const minutes = Math.max(1, Math.round((to.getTime() - from.getTime()) / 60_000));
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60 === 0 ? '' : `${minutes % 60} min`;
  return [hours === 0 ? '' : `${hours} h`, rest].join(' ').trim();
}

/** A day of changing clocks has 23 or 25 hours. */
function daysBetween(at: Date, now: Date): number {
  return Math.round((midnight(now) - midnight(at)) / DAY_MS);
}

function midnight(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}
