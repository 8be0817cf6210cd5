import { timingSafeEqual } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { attendeeOf, newToken } from './attendee-token.ts';
import { presenterKey } from './presenter-key.ts';
import { isRemoteToken, remoteToken } from './remote-token.ts';

vi.mock('node:crypto', { spy: true });

const session = { secret: 'a secret', remoteGeneration: 3 };
const key = presenterKey('the-right-key');

/** The same text with another last character: a guess that is nearly right. */
const nearly = (text: string): string => text.slice(0, -1) + (text.endsWith('A') ? 'B' : 'A');

// The time of a comparison cannot be told on a busy machine; its kind can.
it.each([
  ['a key', key.text, (given: string) => key.matches(given)],
  ['a cookie', key.cookie(0), (given: string) => key.isSignedIn(given, 0)],
  [
    'an attendee’s token',
    newToken(session.secret).token,
    (given: string) => attendeeOf(session.secret, given) !== null,
  ],
  ['a remote’s token', remoteToken(session), (given: string) => isRemoteToken(session, given)],
])(
  '[A1] [A4] [A6] %s is compared in a time that does not tell how much of it is right',
  (_, right, isRight) => {
    for (const given of [right, nearly(right)]) {
      vi.mocked(timingSafeEqual).mockClear();
      expect(isRight(given)).toBe(given === right);
      expect(timingSafeEqual).toHaveBeenCalledOnce();
    }
  },
);
