import { describe, expect, it } from 'vitest';
import { readCommand, type Received } from './schemas.ts';

const HALF = '\uD83D';
const received: Received = { attendee: 'ann', size: 99, at: 1_000 };

describe('[V13] half a character in a message', () => {
  it('becomes the sign for what cannot be read, in an answer of any shape', () => {
    const answer = {
      text: `a${HALF}b`,
      list: [HALF, '👩‍💻'],
      [`k${HALF}`]: { deep: `${HALF}${HALF}` },
    };
    const read = readCommand('answer:give', { activity: 'tea', id: 'abcdefgh', answer }, received);
    expect(read).toMatchObject({
      ok: true,
      value: {
        answer: {
          ...{ text: 'a\uFFFDb', list: ['\uFFFD', '👩‍💻'] },
          'k\uFFFD': { deep: '\uFFFD\uFFFD' },
        },
      },
    });
  });

  it('becomes that sign in moderation and in names as well', () => {
    const message = { activity: `pain${HALF}`, control: { approve: `:${HALF}` } };
    expect(readCommand('activity:control', message, received)).toEqual({
      ok: true,
      value: {
        ...{ type: 'activity:control', activity: 'pain\uFFFD' },
        control: { approve: ':\uFFFD' },
      },
    });
  });
});

it.each(['answer:give', 'activity:control', 'session:end'] as const)(
  'a message that is nested without end is refused: %s',
  (event) => {
    // Sound: only read as far as it is deep.
    const deep: unknown = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000));
    expect(readCommand(event, { answer: deep, control: deep }, received)).toMatchObject({
      ok: false,
      error: { name: 'bad-message' },
    });
  },
);
