import { expect, it } from 'vitest';
import { memory } from '../../../test/fixtures/device-storage.ts';
import { forgetToken, rememberToken } from './remote-token.ts';

const token = 'a-token-that-is-long-enough_0123456789';

it('[A20] a device keeps the token of a scanned link for its session, until it is void', () => {
  const storage = memory();
  expect(rememberToken(storage, '123456', '')).toBeNull();
  expect(rememberToken(storage, '123456', '#section-2')).toBeNull();
  expect(rememberToken(storage, '123456', `#${token}`)).toBe(token);
  expect(rememberToken(storage, '123456', '')).toBe(token);
  expect(rememberToken(storage, '654321', '')).toBeNull();
  const next = token.toUpperCase();
  expect(rememberToken(storage, '123456', `#${next}`)).toBe(next);
  forgetToken(storage, '123456');
  expect(rememberToken(storage, '123456', '')).toBeNull();
});
