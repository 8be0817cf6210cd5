import { randomBytes, randomInt } from 'node:crypto';

/** Returns random bytes as base64url; 16 bytes make 22 characters. */
export function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** Returns an attendee id in hex, without characters that a spreadsheet would interpret. */
export function randomAttendeeId(): string {
  return randomBytes(10).toString('hex');
}

/** Returns a session code: six digits, easy to type on a phone's number pad. */
export function randomCode(): string {
  return String(randomInt(100_000, 1_000_000));
}
