import { createHmac } from 'node:crypto';
import type { SessionState } from '../../src/session/state.ts';
import { equalInConstantTime } from './equal-in-constant-time.ts';

type Signed = Pick<SessionState, 'secret' | 'remoteGeneration'>;

/**
 * Creates the token that makes a phone a remote of this session: a signature, which needs no storage and
 * survives restarts. It is void from the next generation of remotes on.
 */
export function remoteToken({ secret, remoteGeneration }: Signed): string {
  // With a dot, it is no attendee's id, and this signature makes no attendee's token.
  const signed = `remote.${remoteGeneration}`;
  return createHmac('sha256', secret).update(signed).digest('base64url');
}

/** Returns true for the token of the present generation of remotes. */
export function isRemoteToken(state: Signed, token: string | undefined): boolean {
  return token !== undefined && equalInConstantTime(token, remoteToken(state));
}
