import { parse, walk, type CssNode, type Raw, type Url, type WalkContext } from 'css-tree';
import { strayBrackets } from './stray-brackets.ts';

/** Functions that load a file by other means than `url(…)`, or run something. */
const REFUSED = new Set([
  ...['src', 'image', 'image-set', '-webkit-image-set', 'cross-fade', '-webkit-cross-fade'],
  ...['element', '-moz-element', 'paint', 'expression'],
]);
const UNREADABLE = 'it cannot be read';

/**
 * Checks all parts of a value, and gives each address in it to `address`, which returns the one to
 * write instead, or null. Returns the reason for which the value cannot be used, or null.
 */
export function cleanValue(
  value: CssNode,
  address: (written: string) => string | null,
): string | null {
  let objection: string | null = null;
  walk(value, function (this: WalkContext, node, item, list) {
    if (objection !== null) return;
    if (node.type === 'Raw') {
      const read = fallback(node, this.function?.name);
      objection = read === null ? UNREADABLE : cleanValue(read, address);
      if (read !== null) list.replace(item, list.createItem(read));
    } else if (node.type === 'Url') objection = cleanUrl(node, address);
    else objection = objectionTo(node);
  });
  return objection;
}

/** The value after the comma of `var(--name, …)`, which the parser leaves as it is. */
function fallback({ value }: Raw, inFunction: string | undefined): CssNode | null {
  if (inFunction?.toLowerCase() !== 'var') return null;
  if (strayBrackets(value).length > 0) return null;
  let failed = false;
  const read = parse(value, { context: 'value', onParseError: () => (failed = true) });
  return failed ? null : read;
}

function cleanUrl(node: Url, address: (written: string) => string | null): string | null {
  const cleaned = address(node.value);
  if (cleaned === null) return '';
  node.value = cleaned;
  return null;
}

function objectionTo(node: CssNode): string | null {
  if (node.type === 'Function' || node.type === 'Identifier') {
    // A browser reads the escaped letter as the letter.
    if (node.name.includes('\\')) return UNREADABLE;
    return node.type === 'Function' && REFUSED.has(node.name.toLowerCase())
      ? `${node.name}(…) is not used here; write url(…)`
      : null;
  }
  return node.type === 'Block' || node.type === 'Declaration' ? UNREADABLE : null;
}
