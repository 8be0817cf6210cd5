import { describe, expect, it } from 'vitest';
import { compileDeck } from '../compile-deck.ts';

const compile = (front: string) =>
  compileDeck('talk', [{ file: 'talk.md', text: `---\ntitle: A talk\n${front}\n---\n\n# One\n` }]);

describe('[X18] "keep" in the first lines of a deck', () => {
  it('says for how many days its sessions are kept, which makes it another version', () => {
    const { deck, problems } = compile('keep: 90d');
    expect(problems).toEqual([]);
    expect(deck).toMatchObject({ keepDays: 90 });
    expect(deck?.slides[0]?.keep).toBe(false);
    const other = compile('keep: 91d').deck;
    expect(other?.hash).not.toBe(deck?.hash);
    // The room is not told.
    expect(other?.publicHash).toBe(deck?.publicHash);
  });

  it('is about the first slide where it says yes or no', () => {
    const { deck, problems } = compile('keep: yes');
    expect(problems).toEqual([]);
    expect(deck?.keepDays).toBeUndefined();
    expect(deck?.slides[0]?.keep).toBe(true);
  });

  it.each(['90', '0d', '3651d', '-1d', '1.5d', '3 months', '90 d', '[90d]'])(
    'is a mistake on its line where it is no number of days: %s',
    (written) => {
      expect(compile(`keep: ${written}`).problems).toMatchObject([
        { severity: 'error', line: 3, message: expect.stringContaining('90d') as string },
      ]);
    },
  );
});
