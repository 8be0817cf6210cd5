import type { MarkKind } from './marks.ts';

/** The words for an event of a question. */
export const markLabels: Readonly<Record<MarkKind, string>> = {
  opened: 'Opened',
  closed: 'Closed',
  revealed: 'Revealed',
  'answer-revealed': 'Correct answer',
  reset: 'Reset',
  reworded: 'Reworded',
};
