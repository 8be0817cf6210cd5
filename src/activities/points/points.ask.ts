import type { AskForm } from '../ask-form.ts';

export const askForm: AskForm = {
  type: 'points',
  place: 8,
  label: 'Points',
  options: { standard: [], marksCorrect: false },
  fields: [{ name: 'total', label: 'Points for each', kind: 'number', start: '100' }],
  toFence: ({ options, fields }) => ({ options, ...fields }),
};
