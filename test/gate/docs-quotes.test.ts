import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';

/**
 * Text of a screen or terminal as the docs quote it: bold, with a capital letter first (or `… `, for
 * what the screen fills in), and inside a line or table cell. Bold at the start of a line or list item
 * heads its paragraph, and bold in small letters is a term.
 */
const QUOTE = /(?<!^\s*(?:[-*]|\d+\.)?\s*)\*\*((?:… |[A-Z])[^*]*)\*\*/g;

/** Characters allowed before and after a text in the code, so that `Next` is not found in `NextStep`. */
const BEFORE = String.raw`(?:['"\`>}]|[.!?…]) ?`;
const AFTER = String.raw` ?['"\`<{$]`;

const read = (file: string) => readFileSync(file, 'utf8');
const filesIn = (folder: string, kind: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => kind.test(file))
    .map((file) => `${folder}/${file}`);

/** The code of all screens, and of what the server prints, as one line without comments. */
const code = [...filesIn('src', /\.(tsx?|html)$/), ...filesIn('server', /\.(ts|mjs)$/)]
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => read(file).replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, ''))
  .join('\n')
  .replaceAll('’', "'")
  .replace(/\s+/g, ' ');

interface Quote {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

function quotesIn(file: string): Quote[] {
  // Code keeps its lines, so that those below it keep their numbers.
  const prose = read(file).replace(/^(`{3,})[^]*?^\1$|`[^`\n]*`/gm, (block) =>
    block.replace(/[^\n]/g, ' '),
  );
  return prose
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(QUOTE)].map(([, text = '']) => ({ file, line: index + 1, text })),
    );
}

/** True if the code has the text whole: as a text of its own, or as sentences of a longer one. */
function isShown(text: string): boolean {
  // A gap at either end stands for what the screen fills in: "… silent" for "3 phones silent".
  const fixed = text.replace(/^… | …$/g, '').replaceAll('’', "'");
  const after = /[.!?…]$/.test(fixed) ? '' : AFTER;
  const literal = fixed.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(BEFORE + literal + after).test(code);
}

const quotes = ['README.md', 'CONTRIBUTING.md', ...filesIn('docs', /\.md$/)].flatMap(quotesIn);

it('The docs quote texts of screens', () => {
  expect(quotes.length).toBeGreaterThan(15);
});

it('Each text that the docs quote in bold is in the code of a screen', () => {
  const missing = quotes.filter(({ text }) => !isShown(text));
  expect(
    missing.map(({ file, line, text }) => `${file}:${line}: no screen says "${text}"`),
  ).toEqual([]);
});
