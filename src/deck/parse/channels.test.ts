import { describe, expect, it } from 'vitest';
import { deckOf, problemsOf } from '../render/compile-text.ts';

const deck = (...lines: string[]) => `---\ntitle: A deck\n${lines.join('\n')}\n---\n\n# A slide\n`;

describe('[S79] the channels of a deck', () => {
  it('are none unless it says so', () => {
    expect(deckOf(deck()).channels).toBeUndefined();
  });

  it('are reactions with signs of its own, or with four usual ones', () => {
    expect(deckOf(deck('channels: [reactions]')).channels?.reactions).toHaveLength(4);
    const own = deckOf(deck('channels: [reactions]', 'reactions: [👍🏽, 👩‍👩‍👧‍👦, ❓]'));
    expect(own.channels).toEqual({ reactions: ['👍🏽', '👩‍👩‍👧‍👦', '❓'] });
  });

  it('are part of the hash, so that a session takes a change over', () => {
    expect(deckOf(deck('channels: [reactions]')).hash).not.toBe(deckOf(deck()).hash);
  });

  it.each([
    [['channels: [chat]'], 'The channels are pace, questions, reactions'],
    [['channels: reactions'], '"channels" must be a list'],
    [['channels: [reactions]', 'reactions: [bravo]'], 'A reaction is one sign, such as 👏'],
    [['channels: [reactions]', 'reactions: [👏, 👏]'], '"👏" appears twice'],
    [['channels: [reactions]', 'reactions: [1, 2, 3, 4, 5]'], '1 to 4 entries'],
    [['reactions: [👏]'], '"reactions" needs "channels: [reactions]"'],
  ])('are a mistake with %j', (lines, message) => {
    const problems = problemsOf(deck(...lines));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(message);
  });
});
