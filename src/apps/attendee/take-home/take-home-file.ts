import { directionOf } from '../../../lib/text-direction.ts';

/** The parts of a page that is saved as a file. */
export interface FileParts {
  /** Plain text; it is escaped here. */
  readonly title: string;
  /** A BCP 47 language tag. */
  readonly lang: string;
  readonly css: string;
  /** HTML. */
  readonly body: string;
}

// A saved file runs no script and loads nothing, whatever it contains.
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
const LONGEST_NAME = 60;

/** A self-contained HTML document. */
export function takeHomeFile({ title, lang, css, body }: FileParts): string {
  return `<!doctype html>
<html lang="${escape(lang)}" dir="${directionOf(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}</title>
<style>
${css.replaceAll('</', '<\\/')}
</style>
</head>
<body>
<div id="app"><main>
${body}
</main></div>
</body>
</html>
`;
}

/** A file name from the session's title, in characters that every system accepts, and its code. */
export function fileName(title: string, code: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  const slug = [...(words ?? []).join('-')].slice(0, LONGEST_NAME).join('').replace(/-$/, '');
  return ['plenary', slug, code].filter((part) => part !== '').join('-') + '.html';
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
