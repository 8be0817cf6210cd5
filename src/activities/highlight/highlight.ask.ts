import type { AskForm } from '../ask-form.ts';
import { isTappable } from './content.ts';

export const askForm: AskForm = {
  type: 'highlight',
  place: 11,
  label: 'Highlight',
  options: null,
  fields: [{ name: 'lines', label: 'Lines of a code or a text', kind: 'lines', start: '' }],
  toFence({ fields: { lines: typed } }) {
    const lines = typeof typed === 'string' ? typed.split(/\r?\n/) : [];
    // A text that is pasted has no indented lines, and nearly every code has one.
    const isCode = lines.some((line) => isTappable(line) && /^\s/.test(line));
    return isCode ? { code: lines.join('\n') } : { lines: lines.filter(isTappable) };
  },
};
