import { createHmac, timingSafeEqual } from 'node:crypto';
import { randomAttendeeId } from './random.ts';

/**
 * A token is the attendee's id and its signature with the session's own secret. So ten thousand
 * arrivals need nothing written, an identity survives any restart, and none can be forged.
 */
export function newToken(secret: string): { readonly attendee: string; readonly token: string } {
  const attendee = randomAttendeeId();
  return { attendee, token: `${attendee}.${sign(secret, attendee)}` };
}

/** The attendee that a token names, or null where the session's secret did not sign it. */
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
