import { createHmac, timingSafeEqual } from 'node:crypto';
import { randomAttendeeId } from './random.ts';

/**
 * Creates an attendee id and a token: the id, signed with the session's secret. Tokens need no storage,
 * survive restarts, and cannot be forged.
 */
export function newToken(secret: string): { readonly attendee: string; readonly token: string } {
  const attendee = randomAttendeeId();
  return { attendee, token: `${attendee}.${sign(secret, attendee)}` };
}

/** Returns the attendee id of a token; null if it was not signed with this session's secret. */
export function attendeeOf(secret: string, token: string): string | null {
  const [attendee, signature, ...rest] = token.split('.');
  if (attendee === undefined || signature === undefined || rest.length > 0) return null;
  const expected = Buffer.from(sign(secret, attendee));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given) ? attendee : null;
}

function sign(secret: string, attendee: string): string {
  return createHmac('sha256', secret).update(attendee).digest('base64url');
}
