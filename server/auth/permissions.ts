import type { ClientEvents } from '../../src/protocol/messages.ts';
import type { Identity } from '../transport/socket-types.ts';
import type { WireError } from '../../src/protocol/wire-error.ts';

/** The messages that a remote may send: those that its page offers. */
const remoteEvents: ReadonlySet<keyof ClientEvents> = new Set([
  'slide:show',
  'stage:blank',
  'activity:open',
  'activity:close',
  'activity:reveal',
  'activity:reveal-answer',
  'step:undo',
] as const);

/** The messages that only attendees send. */
const attendeeEvents: ReadonlySet<keyof ClientEvents> = new Set([
  'answer:give',
  'take-home:get',
  'slide:follow',
  'channel:follow',
  'reaction:send',
  'question:shown',
  'player:join',
  'score:get',
] as const);

/** Returns an error if the identity may not send the message; null if it may. */
export function permissionError(identity: Identity, event: keyof ClientEvents): WireError | null {
  if (attendeeEvents.has(event)) {
    return identity.role === 'attendee'
      ? null
      : { name: 'not-allowed', message: 'Only attendees can do this.' };
  }
  if (identity.role === 'remote') {
    return remoteEvents.has(event)
      ? null
      : { name: 'not-allowed', message: 'A remote cannot do this. Use the console.' };
  }
  if ((event === 'remote:link' || event === 'question:ask') && identity.role !== 'console') {
    return { name: 'not-allowed', message: 'Only the console can do this.' };
  }
  if (identity.role === 'attendee' || !identity.isPresenter) {
    return { name: 'not-allowed', message: 'Only a signed-in presenter can do this.' };
  }
  return null;
}
