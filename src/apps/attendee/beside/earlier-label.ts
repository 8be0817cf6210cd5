/** The state of an earlier question; `not-sent` where a draft differs from what is recorded. */
export type EarlierState = 'answered' | 'open' | 'not-sent';

const words: readonly (readonly [EarlierState, string])[] = [
  ['answered', 'answered'],
  ['open', 'open'],
  ['not-sent', 'not sent yet'],
];

/** "Earlier: 4 answered, 2 open". */
export function earlierLabel(states: readonly EarlierState[]): string {
  const counts = words.flatMap(([state, word]) => {
    const count = states.filter((one) => one === state).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return `Earlier: ${counts.join(', ')}`;
}
