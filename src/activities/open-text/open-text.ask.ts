import type { AskForm } from '../ask-form.ts';

export const askForm: AskForm = {
  type: 'open-text',
  place: 2,
  label: 'Open text',
  options: null,
  fields: [],
  toFence: () => ({}),
};
