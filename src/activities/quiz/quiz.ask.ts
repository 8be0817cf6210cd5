import type { AskForm } from '../ask-form.ts';

export const askForm: AskForm = {
  type: 'quiz',
  place: 5,
  label: 'Quiz',
  options: { standard: [], marksCorrect: true },
  fields: [],
  toFence: ({ options, correct }) => ({ options, answer: correct }),
};
