import { readIndices } from '../../lib/indices.ts';
import { textLength } from '../../lib/typed-text.ts';
import type { FencePath, FenceReader } from '../fence-reader.ts';
import { isTappable, tappableLines, type HighlightPrompt } from './content.ts';

/** A stage shows no more in letters that the last row can read. */
const MOST_LINES = 25;
/** The longest line of each form, in characters. */
const LONGEST = { code: 120, text: 300 };

type Lines = Pick<HighlightPrompt, 'form' | 'lines'>;

/** `code: |`, a block that is kept letter for letter, or `lines:`, a list of texts. */
export function readLines(fence: FenceReader): Lines {
  const code = fence.raw('code');
  const list = fence.raw('lines');
  if (code !== undefined && list !== undefined) {
    fence.problem(['lines'], 'A question has "code" or "lines", not both');
  } else if (code === undefined && list === undefined) {
    fence.problem([], '"code" is missing, or "lines" with a list of texts');
    return { form: 'text', lines: [] };
  }
  const read: Lines =
    code === undefined
      ? { form: 'text', lines: readTexts(fence, list) }
      : { form: 'code', lines: readCode(fence, code) };
  checkLengths(fence, read);
  return read;
}

function readTexts(fence: FenceReader, written: unknown): readonly string[] {
  return fence
    .listAt(['lines'], written, 2, MOST_LINES)
    .map((text, index) => fence.textAt(['lines', index], text));
}

/** The lines of a block, without blank ones at its end. */
function readCode(fence: FenceReader, written: unknown): readonly string[] {
  // Not trimmed: the spaces before the first line may be its indentation.
  const block = typeof written === 'string' ? written : fence.textAt(['code'], written);
  const lines = block.split(/\r?\n/);
  while (lines.length > 0 && !isTappable(lines.at(-1) ?? '')) lines.pop();
  const needed = `"code" needs 2 to ${MOST_LINES} lines, and has`;
  const tappable = lines.filter(isTappable).length;
  if (tappable < 2) fence.problem(['code'], `${needed} ${tappable}: begin them below "code: |"`);
  if (lines.length > MOST_LINES) fence.problem(['code'], `${needed} ${lines.length}`);
  return lines.slice(0, MOST_LINES);
}

function checkLengths(fence: FenceReader, { form, lines }: Lines): void {
  for (const [index, line] of lines.entries()) {
    const length = textLength(line);
    if (length <= LONGEST[form]) continue;
    const path: FencePath = form === 'code' ? ['code'] : ['lines', index];
    const most = `${LONGEST[form]} are the most`;
    fence.problem(path, `Line ${index + 1} has ${length} characters, and ${most}`);
  }
}

/** `answer: 3` or `answer: [3, 7]`, numbers of lines from 1, as indices; null where it is left out. */
export function readCorrect(fence: FenceReader, prompt: HighlightPrompt): number[] | null {
  const written = fence.raw('answer');
  if (written === undefined) return null;
  const numbers: unknown[] = Array.isArray(written) ? written : [written];
  const right = readIndices(
    numbers.map((number) => (typeof number === 'number' ? number - 1 : number)),
    prompt.lines.length,
  );
  const taps = tappableLines(prompt);
  if (right === null || right.length === 0 || !right.every((line) => taps.includes(line))) {
    const lines = `numbers of lines, from 1 to ${prompt.lines.length}`;
    fence.problem(['answer'], `"answer" must list ${lines}, each once and none of a blank line`);
    return null;
  }
  if (prompt.most !== null && right.length > prompt.most) {
    fence.problem(
      ['answer'],
      `"answer" lists ${right.length} lines, and "most" allows ${prompt.most}`,
    );
  }
  return right;
}

/** `explain:` a text that is shown with the correct answer. */
export function readExplanation(fence: FenceReader): string {
  const explain = fence.optionalText('explain');
  if (explain !== '' && fence.raw('answer') === undefined) {
    fence.problem(['explain'], '"explain" needs "answer": it is shown with the correct lines');
  }
  return explain;
}
