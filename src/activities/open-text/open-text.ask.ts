import type { AskForm } from '../ask-form.ts';

export const askForm: AskForm = {
  type: 'open-text',
  label: 'Open text',
  options: null,
  fields: [],
  toFence: () => ({}),
};
