import { createHmac, timingSafeEqual } from 'node:crypto';
import { randomVoter } from './random.ts';

/**
 * A token is the voter's id and its signature with the session's own secret. So ten thousand
 * arrivals need nothing written, an identity survives any restart, and none can be forged.
 */
export function newToken(secret: string): { readonly voter: string; readonly token: string } {
  const voter = randomVoter();
  return { voter, token: `${voter}.${sign(secret, voter)}` };
}

/** The voter that a token names, or null where the session's secret did not sign it. */
export function voterOf(secret: string, token: string): string | null {
  const [voter, signature, ...rest] = token.split('.');
  if (voter === undefined || signature === undefined || rest.length > 0) return null;
  const expected = Buffer.from(sign(secret, voter));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given) ? voter : null;
}

function sign(secret: string, voter: string): string {
  return createHmac('sha256', secret).update(voter).digest('base64url');
}
