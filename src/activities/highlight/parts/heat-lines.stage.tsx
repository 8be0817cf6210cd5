import type { ComponentChildren } from 'preact';
import { longestShare, percent } from '../../../ui/charts/bars.tsx';
import { CheckMark } from '../../../ui/marks.tsx';
import {
  isTappable,
  tappableLines,
  type HighlightCorrectAnswer,
  type HighlightPrompt,
  type HighlightShown,
} from '../content.ts';
import { rankedLines } from '../ranked-lines.ts';
import { LineNumber, LineText } from './line-text.phone.tsx';

/** With more rows than this, they have no space between them. */
const MOST_ROWS_APART = 10;

interface Props {
  readonly content: HighlightPrompt;
  readonly tally: HighlightShown;
  readonly correctAnswer: HighlightCorrectAnswer | null;
}

/**
 * The lines, each with a tint, a bar, a count and a share once the room's answers are shown. Until the
 * correct lines are revealed all bars are drawn alike. Hidden from assistive technology where there are
 * bars: put a `DataTable` beside it.
 */
export function HeatLines({ content, tally, correctAnswer }: Props): ComponentChildren {
  const { form, lines } = content;
  const most = Math.max(0, ...(tally?.counts ?? []));
  const full = tally === null ? 1 : longestShare(most, tally.answers) * tally.answers;
  const ranked = rankedLines(content, tally, correctAnswer);
  return (
    <ol
      class={listClass(content, tally)}
      // Code runs from left to right in any deck, and so do the bars beside it.
      dir={form === 'code' ? 'ltr' : undefined}
      style={{ '--highlight-rows': rowsOf(content), '--highlight-longest': longestOf(content) }}
      aria-hidden={tally !== null}
    >
      {tappableLines(content).map((line) => (
        <li
          key={line}
          class={lineClass(content, line, correctAnswer)}
          // Where even the smallest letters leave no room for all, the last ones are hidden.
          data-rank={ranked.indexOf(line)}
        >
          <LineNumber line={line} />
          <span
            class="highlight-cell"
            style={{ '--highlight-heat': (tally?.counts[line] ?? 0) / full }}
          >
            <LineText form={form}>{lines[line] ?? ''}</LineText>
          </span>
          {tally !== null && (
            <Figures count={tally.counts[line] ?? 0} answers={tally.answers} full={full} />
          )}
          {correctAnswer?.right.includes(line) === true && (
            <b class="highlight-correct" lang="en">
              <CheckMark /> Correct
            </b>
          )}
        </li>
      ))}
    </ol>
  );
}

interface FiguresProps {
  readonly count: number;
  readonly answers: number;
  /** The count of a bar of full length. */
  readonly full: number;
}

function Figures({ count, answers, full }: FiguresProps): ComponentChildren {
  return (
    <>
      <span class="highlight-track">
        {count > 0 && <span class="bar-fill" style={{ width: `${(100 * count) / full}%` }} />}
      </span>
      <span class={count === 0 ? 'highlight-figures view-note' : 'highlight-figures'}>
        <b>{count}</b> <span>{percent(count, answers)}</span>
      </span>
    </>
  );
}

function listClass(content: HighlightPrompt, tally: HighlightShown): string {
  const isLong = rowsOf(content) > MOST_ROWS_APART;
  const named = ['highlight-heat', tally === null ? '' : 'highlight-heat-told'];
  return [...named, isLong ? 'highlight-heat-long' : ''].join(' ');
}

function lineClass(
  { lines }: HighlightPrompt,
  line: number,
  correctAnswer: HighlightCorrectAnswer | null,
): string {
  const isRight = correctAnswer?.right.includes(line) ?? false;
  const isAfterBlank = line > 0 && !isTappable(lines[line - 1] ?? '');
  return `highlight-heat-line ${isRight ? 'bar-leading' : ''} ${isAfterBlank ? 'highlight-after-blank' : ''}`;
}

/** The height of all lines in rows: a gap of blank lines has half of one. */
function rowsOf(content: HighlightPrompt): number {
  const taps = tappableLines(content);
  const gaps = taps.filter((line, at) => at > 0 && taps[at - 1] !== line - 1).length;
  return taps.length + gaps / 2;
}

/** The letters of the longest line of code. Texts are wrapped. */
function longestOf({ form, lines }: HighlightPrompt): number {
  return form === 'text' ? 1 : Math.max(...lines.map((line) => line.trimEnd().length), 1);
}
