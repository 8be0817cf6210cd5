import type { PollContent } from './poll.ts';

/** The number of choices that an attendee may make: "Choose one", "Choose up to 3", "Choose 2 to 4". */
export function howMany({ min, max }: PollContent): string {
  if (min === max) return max === 1 ? 'Choose one' : `Choose ${max}`;
  return min === 1 ? `Choose up to ${max}` : `Choose ${min} to ${max}`;
}
