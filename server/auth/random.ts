import { textId } from '../../src/session/text-id.ts';
import { randomBytes, randomInt } from 'node:crypto';

/** Returns random bytes as base64url; 16 bytes make 22 characters. */
export function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** Returns an attendee id in hex that no spreadsheet reads as a number. */
export function randomAttendeeId(): string {
  for (;;) {
    const id = randomBytes(10).toString('hex');
    if (textId(id) === id) return id;
  }
}

/** Returns a session code: six digits, easy to type on a phone's number pad. */
export function randomCode(): string {
  return String(randomInt(100_000, 1_000_000));
}
