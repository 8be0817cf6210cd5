import type { AskForm } from '../ask-form.ts';

export const askForm: AskForm = {
  type: 'matrix',
  place: 10,
  label: 'Matrix',
  options: { standard: [], marksCorrect: false },
  fields: [
    { name: 'x', label: 'From left to right', kind: 'text', start: 'Effort' },
    { name: 'y', label: 'From bottom to top', kind: 'text', start: 'Use' },
  ],
  toFence: ({ options, fields }) => ({ items: options, ...fields }),
};
