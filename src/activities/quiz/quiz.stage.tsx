import type { ComponentChildren } from 'preact';
import { answersInWords } from '../../ui/answers-in-words.ts';
import { DataTable } from '../../ui/charts/data-table.tsx';
import { percent } from '../../ui/charts/bars.tsx';
import type { StageViewProps } from '../views.ts';
import { Outcome } from './parts/outcome.stage.tsx';
import { Options } from './parts/options.stage.tsx';
import type { QuizAsked, QuizShown, QuizSolution } from './quiz.ts';
import { CHOOSE_ALL } from './words.ts';
import '../../ui/charts/charts.css';
import './quiz.stage.css';

/** About as many letters as a line has beside the outcome. */
const LINE = 44;

type Props = StageViewProps<QuizAsked, QuizShown, QuizSolution>;

/**
 * The options; then how the room chose, with no hint of what is right; then what is right. No
 * letters or numbers: on every phone the options stand in another order, and only their words are
 * the same.
 */
export default function QuizStage({
  question,
  content,
  tally,
  solution,
}: Props): ComponentChildren {
  const parted = tally !== null || solution !== null;
  const sizes = {
    '--quiz-options': content.options.length,
    '--quiz-lines': linesOf(content.options) + (content.several ? 1 : 0),
  };
  return (
    <div class="view">
      <div class="view-body">
        {content.several && (
          <p class="view-note" lang="en">
            {CHOOSE_ALL}
          </p>
        )}
        <div class={parted ? 'quiz quiz-parted' : 'quiz'} style={sizes}>
          <Options content={content} tally={tally} solution={solution} />
          {parted && <Outcome tally={tally} solution={solution} />}
        </div>
        {tally !== null && <Table {...{ question, content, tally, solution }} />}
      </div>
    </div>
  );
}

type TableProps = Omit<Props, 'tally'> & { readonly tally: NonNullable<QuizShown> };

function Table({ question, content, tally, solution }: TableProps): ComponentChildren {
  const columns = ['Option', 'Voters', 'Share'];
  const rows = content.options.map((option, place) => {
    const count = tally.counts[place] ?? 0;
    const said = [option, count, percent(count, tally.answers)];
    if (solution === null) return said;
    return [...said, solution.right.includes(place) ? 'Right' : 'Not right'];
  });
  return (
    <DataTable
      caption={`${question} (${answersInWords(tally.answers)})`}
      columns={solution === null ? columns : [...columns, 'Verdict']}
      rows={rows}
    />
  );
}

/** About how many lines the options take on the wall. */
function linesOf(options: readonly string[]): number {
  return options.reduce((lines, option) => lines + Math.ceil(option.length / LINE), 0);
}
