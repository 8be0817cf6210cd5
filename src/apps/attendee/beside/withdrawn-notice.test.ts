import { expect, it } from 'vitest';
import { WithdrawnNotice } from './withdrawn-notice.ts';

const tea = { id: 'tea', question: 'Tea?' };
const slide = (number: number) => ({ number, of: 9, title: '' });

it('[S72] a page tells of a question that it showed and that was taken back, until the talk moves on', () => {
  const notice = new WithdrawnNotice();
  const none = { activities: [] };
  expect(notice.next({ ...none, slide: slide(1), withdrawn: ['milk'] })).toBeNull();
  expect(notice.next({ activities: [tea], slide: slide(2), withdrawn: ['milk'] })).toBeNull();
  const after = { ...none, withdrawn: ['milk', 'tea'] };
  expect(notice.next({ ...after, slide: slide(1) })).toBe('Tea?');
  expect(notice.next({ ...after, slide: slide(1) })).toBe('Tea?');
  expect(notice.next({ ...after, slide: slide(2) })).toBeNull();
  expect(notice.next({ ...after, slide: slide(1) })).toBeNull();
  expect(notice.next({ activities: [tea], slide: slide(2) })).toBeNull();
  expect(notice.next({ ...after, slide: slide(2) })).toBe('Tea?');
});
