import { expect, it } from 'vitest';
import { upgradeFact } from './upgrade-fact.ts';

it('[V13] reads half a character that an earlier version stored as the sign for one', () => {
  const stored = {
    ...{
      type: 'answer:given',
      activity: 'pain',
      hash: 'h',
      round: 1,
      voter: 'ann',
      id: 'abcdefgh',
    },
    answer: { choice: null, text: 'a\uD83D' },
  };
  expect(upgradeFact(stored)).toEqual({
    ...{ type: 'answer:given', activity: 'pain', hash: 'h', round: 1, attendee: 'ann' },
    ...{ id: 'abcdefgh', answer: { choice: null, text: 'a\uFFFD' } },
  });
});

it('[V13] approves a text with half a character, as an earlier version did, by the text as it is read', () => {
  const approved = { type: 'words:approved', activity: 'pain', key: ':a\uD83D', approved: true };
  expect(upgradeFact(approved)).toEqual({
    ...{ type: 'activity:controlled', activity: 'pain', control: { approve: ':a\uFFFD' } },
  });
});
