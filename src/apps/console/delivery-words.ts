import type { Delivery } from '../../protocol/protocol.ts';

/** What a presenter should know of in the middle of a talk. */
export interface Alarm {
  readonly is: 'storage' | 'overdue';
  readonly words: string;
}

/**
 * What is wrong with the way of the answers to the disk; null where nothing is. The words have no
 * numbers: whoever listens to the page hears them once, and not at each answer.
 */
export function alarmOf({ question, storage }: Delivery): Alarm | null {
  if (storage !== null) {
    const words = `${storage.message} The phones keep their answers, and send them again.`;
    return { is: 'storage', words };
  }
  if ((question?.overdue ?? 0) === 0) return null;
  const words =
    'Some answers have waited for more than five seconds to be recorded. The phones keep them, and send them again.';
  return { is: 'overdue', words };
}

/** "3 phones silent"; empty where none is, and after the end, when everybody leaves. */
export function silentInWords({ silent }: Delivery, ended: boolean): string {
  if (silent === 0 || ended) return '';
  return `${silent} ${silent === 1 ? 'phone' : 'phones'} silent`;
}
