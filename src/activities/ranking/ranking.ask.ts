import type { AskForm } from '../ask-form.ts';

export const askForm: AskForm = {
  type: 'ranking',
  place: 7,
  label: 'Ranking',
  options: { standard: [], marksCorrect: false },
  fields: [],
  toFence: ({ options }) => ({ options }),
};
