import { describe, expect, it } from 'vitest';
import { attendeeOf, newToken } from './attendee-token.ts';
import { isRemoteToken, remoteToken } from './remote-token.ts';

const session = { secret: 'a secret', remoteGeneration: 3 };

describe("a remote's token", () => {
  it('[A20] is believed in its own session and generation, and in no other', () => {
    const token = remoteToken(session);
    expect(isRemoteToken(session, token)).toBe(true);
    for (const other of [
      { ...session, secret: 'another secret' },
      { ...session, remoteGeneration: 2 },
      { ...session, remoteGeneration: 4 },
    ]) {
      expect(isRemoteToken(other, token)).toBe(false);
    }
  });

  it('[A20] is refused in any altered form', () => {
    const token = remoteToken(session);
    for (const altered of ['', '.', `${token}x`, token.slice(0, -1), ` ${token}`]) {
      expect(isRemoteToken(session, altered)).toBe(false);
    }
    expect(isRemoteToken(session, undefined)).toBe(false);
  });

  it('[A20] [A4] makes no attendee, and an attendee’s token no remote', () => {
    const { token } = newToken(session.secret);
    expect(isRemoteToken(session, token)).toBe(false);
    for (const part of token.split('.')) expect(isRemoteToken(session, part)).toBe(false);
    for (const attendee of ['remote', 'remote.3', 'remote3', '3']) {
      expect(attendeeOf(session.secret, `${attendee}.${remoteToken(session)}`)).toBeNull();
    }
  });
});
