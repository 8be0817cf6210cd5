import type { AskForm } from './ask-form.ts';

const modules = import.meta.glob<{ readonly askForm: AskForm }>('./*/*.ask.ts', { eager: true });

/** The forms of all types that can be asked on the spur of the moment, in the order of their places. */
export const askForms: readonly AskForm[] = Object.values(modules)
  .map(({ askForm }) => askForm)
  .sort((a, b) => a.place - b.place);
