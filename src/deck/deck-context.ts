import type { FormulaOutput } from './render/formula.ts';
import type { CodePainter } from './render/highlight.ts';

/** What is known of the deck and the slide that are being compiled. */
export interface DeckContext {
  /** The name of its folder. */
  readonly name: string;
  readonly painter: CodePainter;
  /** The markup for its formulas; null if dollar signs are nothing but that. */
  readonly formulas: FormulaOutput | null;
  /** The labels of the slide's footnotes. */
  readonly footnotes: ReadonlySet<string>;
}
