import { shuffled } from '../../lib/shuffle.ts';

/** Two options by their indices, as a phone shows them: the first is on the side where a line starts. */
export type Pair = readonly [number, number];

/** The number of pairs of so many options. */
export function pairsOf(options: number): number {
  return (options * (options - 1)) / 2;
}

/**
 * All pairs of options, as the rounds of a tournament by the circle method (Kirkman 1847, "On a problem
 * in combinations", Cambridge and Dublin Mathematical Journal 2, 191–204): in a round no option is in
 * two pairs, and from six options on neither is one in two neighbouring pairs, also from the end to the
 * start. Each option is first as often as second; once more or less if it has an odd number of others.
 */
export function schedule(options: number): Pair[] {
  // One option stays at its place; of an odd number nobody does, and a round leaves one out.
  const circle = options % 2 === 0 ? options - 1 : options;
  const onCircle = (place: number): number => (place + circle) % circle;
  return Array.from({ length: circle }, (_, round) => {
    const across = Array.from({ length: (circle - 1) / 2 }, (_each, index): Pair => {
      return [onCircle(round + index + 1), onCircle(round - index - 1)];
    });
    if (circle === options) return across;
    const fixed: Pair = round % 2 === 0 ? [circle, round] : [round, circle];
    return [fixed, ...across];
  }).flat();
}

/**
 * The pairs that a phone asks: `count` in a row of the schedule, which goes round, from a place that
 * follows from the phone's seed, and perhaps with all sides exchanged. Over all places and both sides
 * each pair is asked equally often, and each of its options is as often first.
 */
export function deal(options: number, count: number, seed: string): Pair[] {
  const starts = 2 * pairsOf(options);
  const [start = 0] = shuffled([...Array.from({ length: starts }).keys()], seed);
  return dealFrom(options, count, start);
}

/** The pairs of a start; there are twice as many as pairs of options. */
export function dealFrom(options: number, count: number, start: number): Pair[] {
  const all = schedule(options);
  const isExchanged = start >= all.length;
  return Array.from({ length: count }, (_, index): Pair => {
    const [one, other] = all[(start + index) % all.length] ?? [0, 1];
    return isExchanged ? [other, one] : [one, other];
  });
}
