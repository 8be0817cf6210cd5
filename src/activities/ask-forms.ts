import type { AskForm } from './ask-form.ts';

const modules = import.meta.glob<{ readonly askForm: AskForm }>('./*/*.ask.ts', { eager: true });

/** The forms of all types that can be asked on the spur of the moment, polls first. */
export const askForms: readonly AskForm[] = Object.values(modules)
  .map(({ askForm }) => askForm)
  .sort((a, b) => rank(a) - rank(b) || a.label.localeCompare(b.label, 'en'));

function rank({ type }: AskForm): number {
  return type === 'poll' ? 0 : 1;
}
