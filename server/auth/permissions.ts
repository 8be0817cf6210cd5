import type { ClientEvents, WireError } from '../../src/protocol/messages.ts';
import type { Guest } from '../transport/socket-types.ts';

/** Why a guest may not send a message, or null where it may. */
export function mayAsk(guest: Guest, event: keyof ClientEvents): WireError | null {
  if (event === 'answer:give' || event === 'take-home:ask') {
    return guest.role === 'attendee'
      ? null
      : { name: 'not-allowed', message: 'Only attendees give answers, and take them home.' };
  }
  if (guest.role === 'attendee' || !guest.isPresenter) {
    return { name: 'not-allowed', message: 'Only a presenter who has signed in can do this.' };
  }
  return null;
}
