import { roundToTwelveDigits } from '../../lib/format-number.ts';
import type { AskForm } from '../ask-form.ts';

/** Near and nearer, as shares of the range. */
const NEAR = [0.05, 0.1];

export const askForm: AskForm = {
  type: 'guess',
  place: 5,
  label: 'Guess',
  options: null,
  fields: [
    { name: 'answer', label: 'Correct answer', kind: 'number', start: '' },
    { name: 'unit', label: 'Unit', kind: 'text', start: '%' },
    { name: 'from', label: 'From', kind: 'number', start: '0' },
    { name: 'to', label: 'To', kind: 'number', start: '100' },
    { name: 'source', label: 'Source', kind: 'text', start: 'The presenter' },
  ],
  toFence: ({ fields }) => {
    const { from, to } = fields;
    const range = typeof from === 'number' && typeof to === 'number' ? to - from : 1;
    return { ...fields, within: NEAR.map((share) => roundToTwelveDigits(share * range)) };
  },
};
