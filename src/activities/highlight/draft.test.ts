import { describe, expect, it } from 'vitest';
import { linesLeft, obstacle } from './draft.ts';
import { highlight } from './highlight.ts';

describe('[V28] the draft of tapped lines', () => {
  it.each([
    [null, 0, 'Tap a line to send.'],
    [null, 9, null],
    [3, 3, null],
    [3, 4, 'Tap 1 line again to take back: 3 are the most.'],
    [3, 5, 'Tap 2 lines again to take back: 3 are the most.'],
  ])('of at most %s says what keeps %i from being sent: %s', (most, tapped, sentence) => {
    expect(obstacle({ most }, tapped)).toBe(sentence);
  });

  it.each([
    [3, 0, '3 of 3 lines left'],
    [3, 2, '1 of 3 lines left'],
    [3, 3, '0 of 3 lines left'],
    [3, 4, '1 line too many'],
    [3, 5, '2 lines too many'],
  ])('of at most %i says how many are left after %i: %s', (most, tapped, sentence) => {
    const { figure, words } = linesLeft(most, tapped);
    expect(`${figure} ${words}`).toBe(sentence);
  });

  it('[V27] is sent if the server takes it, and only then', () => {
    const lines = Array.from({ length: 6 }, (_, line) => `line ${line}`);
    for (const most of [null, 2, 5]) {
      const content = { form: 'code', lines, most, right: null, explain: '' } as const;
      for (let tapped = 0; tapped <= lines.length; tapped += 1) {
        const answer = { lines: [...lines.keys()].slice(0, tapped) };
        expect(highlight.check(content, answer).ok).toBe(obstacle(content, tapped) === null);
      }
    }
  });
});
