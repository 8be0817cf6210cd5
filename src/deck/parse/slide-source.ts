import type { FrontMatter } from './front-matter.ts';
import { isBlank, type Line } from './lines.ts';

/** The source of one slide. */
export interface SlideSource {
  /** True for a slide below the previous one, rather than beside it. */
  readonly vertical: boolean;
  readonly front: FrontMatter | null;
  /** The deck's own separator of speaker notes, or null. */
  readonly notesSeparator: RegExp | null;
  /** The lines without the front matter. */
  readonly lines: readonly Line[];
}

/** Returns true for a slide without front matter and text. */
export function isEmpty(source: SlideSource): boolean {
  return source.front === null && source.lines.every(isBlank);
}
