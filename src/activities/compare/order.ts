import type { CompareShown } from './content.ts';

/** The indices of the options, the largest chance first; of equal ones, the first in the question. */
export function placedOptions({ options }: NonNullable<CompareShown>): readonly number[] {
  const chance = (option: number): number => options[option]?.chance ?? 0;
  return options.map((_, option) => option).sort((one, other) => chance(other) - chance(one));
}
