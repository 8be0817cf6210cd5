import type { FrontMatter } from './front-matter.ts';
import { isBlank, type Line } from './lines.ts';

/** The source of one slide. */
export interface SlideSource {
  /** Whether it stands below the slide before it, rather than beside it. */
  readonly vertical: boolean;
  readonly front: FrontMatter | null;
  /** Its text, without front matter. */
  readonly lines: readonly Line[];
}

/** Whether there is nothing to be seen and nothing said about it. */
export function isEmpty(piece: SlideSource): boolean {
  return piece.front === null && piece.lines.every(isBlank);
}
