import type { ComponentChildren } from 'preact';
import { formatAnswerCount } from '../../ui/format-answer-count.ts';
import { DataTable } from '../../ui/charts/data-table.tsx';
import { percent } from '../../ui/charts/bars.tsx';
import { View } from '../../ui/charts/view.tsx';
import type { StageViewProps } from '../views.ts';
import { Outcome } from './parts/outcome.stage.tsx';
import { Options } from './parts/options.stage.tsx';
import type { QuizPrompt, QuizShown, QuizCorrectAnswer } from './quiz.ts';
import { CHOOSE_ALL } from './labels.ts';
import './quiz.stage.css';

/** Letters in a line of the stage, about, in the large and in the small size. */
const WHOLE_LINE = { large: 60, small: 90 };
const PARTED_LINE = { large: 44, small: 68 };
const EXPLAINED_LINE = 28;

type Props = StageViewProps<QuizPrompt, QuizShown, QuizCorrectAnswer>;

/**
 * The options; then the room's choices, without a hint of the correct answer; then that answer. No
 * letters or numbers: every phone has the options in another order, and only their texts are the
 * same.
 */
export default function QuizStage({
  question,
  content,
  tally,
  correctAnswer,
  control,
}: Props): ComponentChildren {
  const parted = tally !== null || correctAnswer !== null;
  // A console says the number of answers itself.
  const isAlone = control !== undefined && correctAnswer === null;
  const line = parted && !isAlone ? PARTED_LINE : WHOLE_LINE;
  const classes = [
    'quiz',
    parted ? 'quiz-parted' : '',
    isAlone ? 'quiz-alone' : '',
    content.several ? 'quiz-several' : '',
  ];
  const sizes = {
    '--quiz-options': content.options.length,
    '--quiz-large-lines': linesOf(content.options, line.large),
    '--quiz-small-lines': linesOf(content.options, line.small),
    '--quiz-explained-lines': linesOf([correctAnswer?.explain ?? ''], EXPLAINED_LINE),
  };
  return (
    <View>
      {content.several && (
        <p class="view-note" lang="en">
          {CHOOSE_ALL}
        </p>
      )}
      <div class={classes.join(' ')} style={sizes}>
        <Options content={content} tally={tally} correctAnswer={correctAnswer} />
        {parted && !isAlone && <Outcome tally={tally} correctAnswer={correctAnswer} />}
      </div>
      {tally !== null && <Table {...{ question, content, tally, correctAnswer }} />}
    </View>
  );
}

type TableProps = Omit<Props, 'tally'> & { readonly tally: NonNullable<QuizShown> };

function Table({ question, content, tally, correctAnswer }: TableProps): ComponentChildren {
  const columns = ['Option', 'Attendees', 'Share'];
  const rows = content.options.map((option, place) => {
    const count = tally.counts[place] ?? 0;
    const said = [option, count, percent(count, tally.answers)];
    if (correctAnswer === null) return said;
    return [...said, correctAnswer.right.includes(place) ? 'Correct' : 'Incorrect'];
  });
  return (
    <DataTable
      caption={`${question} (${formatAnswerCount(tally.answers)})`}
      columns={correctAnswer === null ? columns : [...columns, 'Verdict']}
      rows={rows}
    />
  );
}

/** About how many lines texts take, with so many letters in each. */
function linesOf(texts: readonly string[], letters: number): number {
  return texts.reduce((lines, text) => lines + Math.ceil(text.length / letters), 0);
}
