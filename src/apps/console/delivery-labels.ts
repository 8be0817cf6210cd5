import type { Delivery, WireError } from '../../protocol/messages.ts';

/** Why nothing is recorded, and that the room loses nothing by it. */
export function notRecordedLabel({ message }: WireError): string {
  return `Answers are not being recorded. ${message} Phones keep them and send them again.`;
}

/**
 * That answers wait; empty where none does for long. Without a number: whoever listens to the page
 * hears it once, and not at each answer.
 */
export function overdueLabel({ question }: Delivery): string {
  if ((question?.overdue ?? 0) === 0) return '';
  return 'Some answers have been waiting for more than five seconds to be recorded. Phones keep them and send them again.';
}

/** "3 phones disconnected"; empty where none is. */
export function disconnectedLabel({ silent }: Delivery): string {
  if (silent === 0) return '';
  return `${silent} ${silent === 1 ? 'phone' : 'phones'} disconnected`;
}
