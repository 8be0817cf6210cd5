import type { AskForm } from '../ask-form.ts';

export const askForm: AskForm = {
  type: 'poll',
  place: 1,
  label: 'Poll',
  options: { standard: ['Yes', 'No'], marksCorrect: false },
  fields: [],
  toFence: ({ options }) => ({ options }),
};
