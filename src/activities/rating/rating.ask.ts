import type { AskForm } from '../ask-form.ts';

export const askForm: AskForm = {
  type: 'rating',
  place: 4,
  label: 'Rating',
  options: null,
  fields: [
    { name: 'lowest', label: '1 means', kind: 'text', start: 'Not at all' },
    { name: 'highest', label: '5 means', kind: 'text', start: 'Very much' },
    { name: 'hide-below', label: 'Answers before results show', kind: 'number', start: '5' },
  ],
  toFence: ({ fields: { lowest = '', highest = '', ...hiding } }) => ({
    scale: { 1: lowest, 5: highest },
    ...hiding,
  }),
};
