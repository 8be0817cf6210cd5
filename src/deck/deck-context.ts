import type { Hex } from '../lib/colour.ts';
import type { DeckFolder } from './deck-files.ts';
import type { WrittenQuestion } from '../activities/read-again.ts';
import type { FormulaOutput } from './render/formula.ts';
import type { CodePainter } from './render/highlight.ts';

/** The deck that is being compiled, as far as each of its slides needs to know it. */
export interface DeckContext extends DeckFolder {
  /** Its language, a BCP 47 tag. */
  readonly lang: string;
  readonly painter: CodePainter;
  /** The questions so far, by their ids: a later one may ask one of them again. */
  readonly questions: Map<string, WrittenQuestion>;
  /** The markup for its formulas; null if dollar signs are nothing but that. */
  readonly formulas: FormulaOutput | null;
  /** Its own accent on light paper; null for the theme's. */
  readonly accent: Hex | null;
}
