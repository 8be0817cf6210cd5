import { contrast, mix, type Hex } from '../../lib/colour.ts';
import { grounds, SOFT_SHARE } from './palette.ts';
import type { Mode } from './theme.ts';

/** The least contrast of text that is read: WCAG 2.2, 1.4.3. */
export const LEAST_CONTRAST = 4.5;

/** The contrast of an accent with the ground of a mode that suits it least. */
export function accentContrast(accent: Hex, mode: Mode): number {
  const { paper, raised } = grounds[mode];
  const soft = mix(accent, paper, SOFT_SHARE);
  return Math.min(...[paper, raised, soft].map((ground) => contrast(accent, ground)));
}

/**
 * The nearest colour with at least a contrast in a mode: the accent, darker on light paper, lighter on
 * dark.
 */
export function readableAccent(accent: Hex, mode: Mode, least = LEAST_CONTRAST): Hex {
  const towards = mode === 'light' ? '#000000' : '#ffffff';
  for (let percent = 100; percent > 0; percent -= 1) {
    const made = mix(accent, towards, percent / 100);
    if (accentContrast(made, mode) >= least) return made;
  }
  return towards;
}
