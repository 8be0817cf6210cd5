import type { AskForm } from '../ask-form.ts';

export const askForm: AskForm = {
  type: 'word-cloud',
  place: 3,
  label: 'Word cloud',
  options: null,
  fields: [{ name: 'words', label: 'Words for each', kind: 'number', start: '3' }],
  toFence: ({ fields }) => fields,
};
