import { deckFiles } from '../deck-files.ts';
import { ProblemList } from '../problems.ts';
import { cleanStyleSheet } from './clean-style-sheet.ts';

const FILES = deckFiles(['img/a.png', 'x.woff2']);

/** A style sheet of the deck "demo" as it is cleaned, for tests, and its problems as `line: message`. */
export function clean(text: string): { css: string; problems: string[] } {
  const problems = new ProblemList();
  const css = cleanStyleSheet(text, { name: 'demo', files: FILES }, problems.of('deck.css'));
  const said = problems.sorted([]).map(({ line, message }) => `${line}: ${message}`);
  return { css, problems: said };
}
