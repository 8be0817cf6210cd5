import { isTag, type Element } from 'domhandler';
import { findAll, getChildren } from 'domutils';
import { isPlain, plainMarkdown, readsAs } from './plain-markdown.ts';

/** The Markdown of a table with one row of headings; null where Markdown cannot say the same. */
export function tableMarkdown(table: Element, hasMath: boolean): string | null {
  if (table.name !== 'table') return null;
  const rows = findAll(({ name }) => name === 'tr', getChildren(table)).map((row) => {
    const cells = getChildren(row).filter(isTag);
    return cells.map((cell) => cellMarkdown(cell, hasMath));
  });
  const [head = [], ...body] = rows;
  const isEven = head.length > 0 && rows.every(({ length }) => length === head.length);
  if (!isEven || rows.flat().includes(null)) return null;
  const lines = [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`);
  const text = lines.join('\n');
  return readsAs(text, [table]) ? text : null;
}

function cellMarkdown(cell: Element, hasMath: boolean): string | null {
  if (Object.keys(cell.attribs).length > 0 || !cell.children.every(isPlain)) return null;
  const text = plainMarkdown(cell.children, hasMath);
  return text === null || text.includes('\n') ? null : text.replaceAll('|', '\\|');
}
