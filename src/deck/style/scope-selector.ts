import type { CssNode, Selector } from 'css-tree';
import { List, clone, parse, walk } from 'css-tree';

/** The elements that hold all slides, on every screen that shows them. */
const SCOPE = '.reveal .slides ';
const OUTSIDE = 'it reaches outside the slides; begin with a class of a slide, or with section';
/** The elements around the slides, with which rules for reveal.js begin. */
const AROUND = new Set(['reveal', 'slides', 'reveal-viewport']);
const PAGE = new Set(['html', 'body', 'head']);
const ROOTS = new Set(['root', 'host', 'host-context', 'scope']);

/** Lets a selector match inside the slides only; a text says why it cannot. */
export function scopeSelector(selector: Selector): Selector | string {
  const parts = withoutWrappers(selector.children.toArray());
  const [first] = parts;
  if (first === undefined || first.type === 'Combinator') return OUTSIDE;
  let objection: string | null = null;
  walk({ ...selector, children: new List<CssNode>().fromArray(parts) }, (node) => {
    objection ??= objectionTo(node);
  });
  if (objection !== null) return objection;
  // Sound: the source is a selector, and the parser throws for anything else.
  const scope = parse(`${SCOPE}a`, { context: 'selector' }) as Selector;
  const lead = scope.children.toArray().slice(0, -1);
  return {
    type: 'Selector',
    children: new List<CssNode>().fromArray([...lead, ...parts].map((node) => clone(node))),
  };
}

/** Removes `.reveal` and `.slides` in front of what lies inside the slides. */
function withoutWrappers(parts: readonly CssNode[]): CssNode[] {
  const [first, combinator, ...rest] = parts;
  const isWrapper = first?.type === 'ClassSelector' && AROUND.has(first.name);
  const isParent =
    combinator?.type === 'Combinator' && (combinator.name === ' ' || combinator.name === '>');
  if (isWrapper && isParent) return withoutWrappers(rest);
  return isWrapper && parts.length === 1 ? [] : [...parts];
}

function objectionTo(node: CssNode): string | null {
  switch (node.type) {
    case 'Raw':
      return 'it cannot be read';
    case 'NestingSelector':
      return OUTSIDE;
    case 'TypeSelector': {
      const name = node.name.split('|').at(-1)?.toLowerCase() ?? '';
      if (name.includes('\\')) return 'it cannot be read';
      return PAGE.has(name) ? OUTSIDE : null;
    }
    case 'PseudoClassSelector':
    case 'PseudoElementSelector':
      if (node.name.includes('\\')) return 'it cannot be read';
      return ROOTS.has(node.name.toLowerCase()) ? OUTSIDE : null;
    default:
      return null;
  }
}
