import type { AskForm } from '../ask-form.ts';

export const askForm: AskForm = {
  type: 'compare',
  place: 9,
  label: 'Compare',
  options: { standard: [], marksCorrect: false },
  fields: [],
  toFence: ({ options }) => ({ options }),
};
