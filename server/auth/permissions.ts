import type { ClientEvents } from '../../src/protocol/messages.ts';
import type { Identity } from '../transport/socket-types.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';

/** Why a guest may not send a message, or null where it may. */
export function permissionError(identity: Identity, event: keyof ClientEvents): WireError | null {
  if (event === 'answer:give' || event === 'take-home:get') {
    return identity.role === 'attendee'
      ? null
      : { name: 'not-allowed', message: 'Only attendees give answers, and take them home.' };
  }
  if (identity.role === 'attendee' || !identity.isPresenter) {
    return { name: 'not-allowed', message: 'Only a presenter who has signed in can do this.' };
  }
  return null;
}
