import { tokenTypes, tokenize } from 'css-tree';

const CLOSED_BY: ReadonlyMap<number, number> = new Map([
  [tokenTypes.Function, tokenTypes.RightParenthesis],
  [tokenTypes.LeftParenthesis, tokenTypes.RightParenthesis],
  [tokenTypes.LeftSquareBracket, tokenTypes.RightSquareBracket],
  [tokenTypes.LeftCurlyBracket, tokenTypes.RightCurlyBracket],
]);
const CLOSERS: ReadonlySet<number> = new Set(CLOSED_BY.values());

/**
 * Finds the closing brackets outside of all others, which close nothing; returns their offsets. No text
 * that has one may be given to css-tree: version 3.2.1 takes the bracket to close one of an earlier text,
 * still in its buffers, and may never end.
 */
export function strayBrackets(text: string): readonly number[] {
  const stray: number[] = [];
  const awaited: number[] = [];
  tokenize(text, (type, start) => {
    const closer = CLOSED_BY.get(type);
    if (closer !== undefined) awaited.push(closer);
    else if (awaited.length === 0 && CLOSERS.has(type)) stray.push(start);
    else if (type === awaited.at(-1)) awaited.pop();
  });
  return stray;
}
