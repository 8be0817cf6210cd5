import { expect, it } from 'vitest';
import { memory } from '../../../test/fixtures/device-storage.ts';
import type { TakeHome } from '../../session/views.ts';
import { readTakeHome, writeTakeHome } from './saved-take-home.ts';
import { takeHomeKey } from './storage.ts';

const takeHome: TakeHome = { title: 'A talk', lang: 'en', startedAt: 1, questions: [], pages: [] };

it('[X7] a device reads the take-home that it saved for a session, and for no other', () => {
  const storage = memory();
  expect(readTakeHome(storage, '123456')).toBeNull();
  writeTakeHome(storage, '123456', takeHome);
  expect(readTakeHome(storage, '123456')).toEqual(takeHome);
  expect(readTakeHome(storage, '654321')).toBeNull();
});

it.each(['', '{', 'null', '[]', '{"title":"A talk"}', '{"questions":[],"pages":[]}'])(
  'a device with the stored text %j has no take-home',
  (text) => {
    const storage = memory();
    storage.write(takeHomeKey('123456'), text);
    expect(readTakeHome(storage, '123456')).toBeNull();
  },
);
