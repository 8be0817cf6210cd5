import { FILLED, grounds } from '../../deck/theme/palette.ts';
import type { Mode } from '../../deck/theme/theme.ts';
import type { StageSlide } from '../../session/views.ts';

/** The ground of the stage around the slide: what lies on it has the mode's colours. */
export interface StageGround {
  readonly mode: Mode;
  /** The colour of the slide, which goes on around it; null for the stage's own paper. */
  readonly colour: string | null;
  /** true on a slide that is filled with an accent. */
  readonly isFilled: boolean;
}

/**
 * The ground that a slide gives the stage. Only colours whose contrast is known go on around a slide:
 * an author's own, or a picture, might hide how to join.
 */
export function stageGround(slide: StageSlide | undefined, mode: Mode): StageGround {
  const plain = { mode, colour: null, isFilled: false };
  if (slide === undefined) return plain;
  const { class: classes = '', 'data-background-color': colour = '' } = slide.attributes;
  const names = Object.keys(slide.attributes).filter((name) => name.startsWith('data-background'));
  if (names.length !== 1 || colour === '') return plain;
  if (classes.split(' ').includes(FILLED)) return { mode: 'dark', colour, isFilled: true };
  if (colour === grounds.light.paper) return { mode: 'light', colour, isFilled: false };
  return colour === grounds.dark.paper ? { mode: 'dark', colour, isFilled: false } : plain;
}
