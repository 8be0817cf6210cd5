import { expect, it } from 'vitest';
import { JoinedConnection } from '../../test/fixtures/joined-connection.ts';
import { Presence } from './presence.ts';

it('[A15] An address is known as long as somebody who came from it is in the session, and no longer', () => {
  const presence = new Presence();
  const phone = JoinedConnection.as({});
  const console = JoinedConnection.as({ role: 'console', isPresenter: true });
  const { address } = phone.caller;
  expect(presence.isAnybodyAt(address)).toBe(false);
  for (const one of [phone, console]) presence.enter(one, one.identity);
  presence.leave(phone, phone.identity);
  expect(presence.isAnybodyAt(address)).toBe(true);
  presence.leave(console, console.identity);
  expect(presence.isAnybodyAt(address)).toBe(false);
});
