import { isTag, isText, type Element } from 'domhandler';
import { getChildren, textContent } from 'domutils';

const KNOWN = new Set(['class', 'data-trim', 'data-line-numbers']);
const LANGUAGE = /^(?:hljs|(?:language-|lang-)?([\w+#-]+))$/;

/**
 * The fence for a `<pre>` with one `<code>`; null where a fence cannot say the same. Its text is that
 * of reveal.js: with `data-trim` without the blank lines around it, and the indentation of all.
 */
export function codeFence(pre: Element): string | null {
  const [code, ...others] = getChildren(pre).filter(
    (child) => !isText(child) || child.data.trim() !== '',
  );
  if (pre.name !== 'pre' || code === undefined || !isTag(code) || others.length > 0) return null;
  const info = codeInfo(pre, code);
  if (info === null) return null;
  const text = textContent(code);
  const isTrimmed = code.attribs['data-trim'] !== undefined;
  if (!isTrimmed && /^\s*\n/.test(text)) return null;
  const lines = (isTrimmed ? trimmed(text) : text.replace(/\n\s*$/, '')).split('\n');
  const fence = fenceFor(lines);
  return [fence + info, ...lines, fence].join('\n');
}

/** A fence that is longer than any run of its sign in the lines. */
function fenceFor(lines: readonly string[]): string {
  const longest = lines.reduce((most, line) => {
    const runs = line.match(/`+/g) ?? [];
    return runs.reduce((longer, { length }) => Math.max(longer, length), most);
  }, 2);
  return '`'.repeat(longest + 1);
}

/** The words behind the fence; null where there are none for it. */
function codeInfo(pre: Element, code: Element): string | null {
  const isPlain =
    code.name === 'code' &&
    getChildren(code).every(isText) &&
    Object.keys(code.attribs).every((name) => KNOWN.has(name)) &&
    Object.keys(pre.attribs).length === 0;
  if (!isPlain) return null;
  const names = (code.attribs['class'] ?? '').split(/\s+/).filter((name) => name !== '');
  const languages = names
    .map((name) => LANGUAGE.exec(name))
    .filter((found) => found?.[1] !== undefined);
  if (languages.length > 1 || names.some((name) => !LANGUAGE.test(name))) return null;
  const steps = code.attribs['data-line-numbers'];
  if (steps !== undefined && !/^[\s\d,|-]*$/.test(steps)) return null;
  return [languages[0]?.[1] ?? '', ...(steps === undefined ? [] : [`[${steps}]`])].join(' ').trim();
}

function trimmed(text: string): string {
  const lines = text.split('\n').map((line) => line.trimEnd());
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  const indent = lines.reduce((least, line) => {
    return line === '' ? least : Math.min(least, line.length - line.trimStart().length);
  }, Infinity);
  return lines.map((line) => line.slice(indent)).join('\n');
}
