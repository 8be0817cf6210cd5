import { randomBytes, randomInt } from 'node:crypto';

/** Unpredictable bytes as text that stands in URLs; 16 bytes make 22 characters. */
export function randomText(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** An attendee's id: no character of it means anything to a spreadsheet. */
export function randomAttendeeId(): string {
  return randomBytes(10).toString('hex');
}

/** A session's code: six digits, which every phone's number pad types without a mistake. */
export function randomCode(): string {
  return String(randomInt(100_000, 1_000_000));
}
