import render from 'dom-serializer';
import { Element, Text } from 'domhandler';

const TITLE = /^\s*accTitle\s*:\s*(.+)$/m;
const DESCRIPTION = /^\s*accDescr\s*(?::\s*(.+)$|\{([^}]*)\})/m;
const ALT = /\balt\s*=\s*(?:"([^"]*)"|'([^']*)')/;

/** Returns true for the info string of a fence that holds a diagram of Mermaid. */
export function isMermaid(info: string): boolean {
  return /^mermaid(?![\w-])/i.test(info.trim());
}

/** The HTML of a diagram of Mermaid: its source, which stage and console draw, and its description. */
export function diagramHtml(source: string, info: string): string {
  const code = new Element('code', { class: 'language-mermaid' }, [new Text(`${source}\n`)]);
  const label = descriptionOf(source, info);
  const attributes: Record<string, string> = { class: 'mermaid' };
  if (label !== '') Object.assign(attributes, { role: 'img', 'aria-label': label });
  const figure = new Element('figure', attributes, [new Element('pre', {}, [code])]);
  return `${render(figure, { encodeEntities: 'utf8' })}\n`;
}

/** Returns true for a diagram of Mermaid that does not say what it shows. */
export function isUndescribed({ name, attribs }: Element): boolean {
  return name === 'figure' && attribs['class'] === 'mermaid' && attribs['aria-label'] === undefined;
}

/** The description of a diagram: `alt` of its fence, or `accTitle` and `accDescr` of Mermaid. */
function descriptionOf(source: string, info: string): string {
  const [, double, single] = ALT.exec(info) ?? [];
  const [, line, lines] = DESCRIPTION.exec(source) ?? [];
  const own = [TITLE.exec(source)?.[1], line ?? lines].filter((text) => text !== undefined);
  return (double ?? single ?? own.join('. ')).replace(/\s+/g, ' ').trim();
}
