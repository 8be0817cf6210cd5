import type { ActivityView } from './views.ts';

/** A key of a question in its wording and round: another one after an edit or a reset. */
export function roundKey({ id, hash, round }: Pick<ActivityView, 'id' | 'hash' | 'round'>): string {
  return `${id}/${hash}/${round}`;
}
