import { expect, it } from 'vitest';
import { MissingClients } from './missing-clients.ts';

it('[A7] Attendees who come and go without end do not pile up', () => {
  const missing = new MissingClients(() => 0);
  for (let attendee = 0; attendee < 50_000; attendee += 1) missing.left(String(attendee));
  expect(missing.count()).toBe(20_000);
  missing.came('49999');
  expect(missing.count()).toBe(19_999);
});
