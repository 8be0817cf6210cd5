import type { AskForm } from '../ask-form.ts';

export const askForm: AskForm = {
  type: 'quiz',
  place: 6,
  label: 'Quiz',
  options: { standard: [], marksCorrect: true },
  fields: [],
  toFence: ({ options, correct }) => ({ options, answer: correct }),
};
