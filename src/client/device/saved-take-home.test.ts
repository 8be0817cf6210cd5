import { expect, it } from 'vitest';
import { memory } from '../../../test/fixtures/device-storage.ts';
import type { TakeHome } from '../../session/views.ts';
import { readTakeHome, writeTakeHome } from './saved-take-home.ts';
import { takeHomeKey } from './storage.ts';

const takeHome: TakeHome = { title: 'A talk', lang: 'en', startedAt: 1, questions: [], pages: [] };

it('[X7] a device finds again what it kept of a session, and of no other', () => {
  const storage = memory();
  expect(readTakeHome(storage, '123456')).toBeNull();
  writeTakeHome(storage, '123456', takeHome);
  expect(readTakeHome(storage, '123456')).toEqual(takeHome);
  expect(readTakeHome(storage, '654321')).toBeNull();
});

it.each(['', '{', 'null', '[]', '{"title":"A talk"}', '{"questions":[],"pages":[]}'])(
  'a device that holds %j has kept nothing',
  (text) => {
    const storage = memory();
    storage.write(takeHomeKey('123456'), text);
    expect(readTakeHome(storage, '123456')).toBeNull();
  },
);
