import { expect, it } from 'vitest';
import { memory } from '../../../test/fixtures/device-storage.ts';
import { joinedSessions } from './joined-sessions.ts';
import { writeTakeHome } from './saved-take-home.ts';

it('[V15] a device knows the sessions in which it has an identity, the latest first', () => {
  const storage = memory();
  const takeHome = { title: 'A talk', lang: 'en', questions: [], pages: [] };
  writeTakeHome(storage, '111111', { ...takeHome, startedAt: 1 });
  writeTakeHome(storage, '222222', { ...takeHome, startedAt: 2 });
  const keys = [
    ...['plenary:111111:token', 'plenary:222222:token', 'plenary:333333:token'],
    ...['plenary:444444:outbox', 'plenary:slides-folded', 'plenary:../present:token'],
  ];
  expect(joinedSessions(storage, keys)).toEqual(['333333', '222222', '111111']);
  expect(joinedSessions(storage, [])).toEqual([]);
});
