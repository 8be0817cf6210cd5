import { compileWithColours } from '../../../server/decks/compile-with-colours.ts';
import { unlistedFiles } from '../../../src/deck/deck-files.ts';
import { atMost, figure, type Line } from '../lines.ts';

const SLIDES = 1_000;
const CODE_ON_EVERY = 4;

/** Ordinary code of six lines, of which none is found on another slide. */
const codeOf = (slide: string): string =>
  [
    '```ts',
    `export function total${slide}(prices: readonly number[], rate = 0.${slide}): number {`,
    `  const net${slide} = prices.reduce((sum, price) => sum + price, ${slide});`,
    `  // Rounded to cents: ${slide}`,
    `  if (net${slide} < 0) throw new Error('Below zero: ${slide}');`,
    `  return Math.round(net${slide} * (1 + rate) * 100) / 100;`,
    `} // ${slide}`,
    '```',
  ].join('\n');

const deckOf = (round: number): string =>
  Array.from({ length: SLIDES }, (_, index) => {
    const text = `## Slide ${index + 1}\n\n- one **thing**\n- and another`;
    return index % CODE_ON_EVERY === 0 ? `${text}\n\n${codeOf(`${round}${index}`)}` : text;
  }).join('\n\n---\n\n');

/**
 * The line about a large deck: the seconds that it takes to compile, the median of so many decks with
 * other code each. One is compiled before them, as a server has compiled its decks when one is saved.
 */
export async function compile({ rounds }: { rounds: number }): Promise<Line[]> {
  const seconds: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const text = deckOf(round);
    const before = performance.now();
    const { deck } = await compileWithColours('large', [{ file: 'deck.md', text }], unlistedFiles);
    seconds.push((performance.now() - before) / 1_000);
    if (deck?.slides.length !== SLIDES) throw new Error('The deck was not compiled.');
  }
  const [first = 0, ...later] = seconds;
  const median = later.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
  const what = `compiling 1,000 slides, six lines of TypeScript on every fourth (first deck ${figure(first)} s)`;
  return [
    {
      what,
      ours: `${figure(median)} s`,
      reference: '',
      ratio: median,
      must: atMost(1),
      aim: atMost(0.5),
    },
  ];
}
