import { isTag, isText, type ParentNode, type Text } from 'domhandler';
import { FORMULA } from './math.ts';

/**
 * A link by its label, `[text][label]`. Not `[1][2]`, nor what follows a name or another bracket: these
 * are places in lists and texts.
 */
const REFERENCE =
  /(?<![\p{L}\p{N}_\])}])!?\[(?=[^[\]]*\p{L})[^[\]]{2,}\]\[([^[\]^][^[\]]*)\](?![[(:])/gu;

/** Elements whose text is shown as it is written. */
const AS_WRITTEN = new Set([FORMULA, 'a', 'code', 'kbd', 'math', 'pre', 'samp', 'svg', 'textarea']);

/** A link whose label is defined nowhere, so that its brackets are shown. */
export interface UndefinedLink {
  /** The text that shows it. */
  readonly node: Text;
  /** Its source, `[text][label]`. */
  readonly source: string;
  readonly label: string;
}

/** The undefined links below `parent`; `markdown` tells them from brackets that the author escaped. */
export function undefinedLinks(parent: ParentNode, markdown: string): UndefinedLink[] {
  if (!markdown.includes('][')) return [];
  return parent.children.flatMap((node) => {
    if (isTag(node)) return AS_WRITTEN.has(node.name) ? [] : undefinedLinks(node, markdown);
    if (!isText(node)) return [];
    return [...node.data.matchAll(REFERENCE)]
      .filter(([source]) => markdown.includes(source))
      .map(([source, label = '']) => ({ node, source, label }));
  });
}
