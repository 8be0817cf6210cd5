import type { Deck } from '../deck/deck.ts';
import type { Mode } from '../deck/theme/theme.ts';

/** The choices of a presenter; `deck`: as the deck says. */
export const stageModes = ['light', 'dark', 'deck'] as const;
export type StageMode = (typeof stageModes)[number];

/** The mode of the stage: as chosen, else the deck's, else light. Never that of the projector's computer. */
export function modeOnStage(chosen: StageMode, { theme }: Deck): Mode {
  return chosen === 'deck' ? (theme?.mode ?? 'light') : chosen;
}
