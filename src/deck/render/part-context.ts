import type { DeckContext } from '../deck-context.ts';
import type { FileReport } from '../problems.ts';
import type { Links } from './markdown.ts';

/** The slide that a part belongs to. */
export interface PartContext {
  readonly deck: DeckContext;
  readonly report: FileReport;
  /** The link references that all parts of the slide define. */
  readonly links: Links;
  /** The labels of the footnotes to which the part may refer. */
  readonly footnotes: ReadonlySet<string>;
}
