import { expect, it } from 'vitest';
import { roomCorrectLabel } from './room-correct-label.ts';

it('The room’s correct answers are said once they are known', () => {
  expect(roomCorrectLabel({ answers: 22, right: null })).toBeNull();
  expect(roomCorrectLabel({ answers: 22, right: 0 })).toBe('In the room: 0 of 22 correct');
  expect(roomCorrectLabel(null)).toBeNull();
});
