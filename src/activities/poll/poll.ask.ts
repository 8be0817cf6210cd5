import type { AskForm } from '../ask-form.ts';

export const askForm: AskForm = {
  type: 'poll',
  label: 'Poll',
  options: { standard: ['Yes', 'No'], marksCorrect: false },
  fields: [],
  toFence: ({ options }) => ({ options }),
};
