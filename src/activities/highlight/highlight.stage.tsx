import type { ComponentChildren } from 'preact';
import { percent } from '../../ui/charts/bars.tsx';
import { DataTable } from '../../ui/charts/data-table.tsx';
import { View } from '../../ui/charts/view.tsx';
import { formatAnswerCount } from '../../ui/format-answer-count.ts';
import { roomCorrectLabel } from '../../ui/room-correct-label.ts';
import { OwnText } from '../../ui/own-text.tsx';
import type { StageViewProps } from '../views.ts';
import {
  tappableLines,
  type HighlightCorrectAnswer,
  type HighlightPrompt,
  type HighlightShown,
} from './content.ts';
import { leftOutLabel, lineName, taskLabel } from './labels.ts';
import { HeatLines } from './parts/heat-lines.stage.tsx';
import './highlight.stage.css';

type Props = StageViewProps<HighlightPrompt, HighlightShown, HighlightCorrectAnswer>;

/** The lines; then the room's taps beside each, without a hint of the correct ones; then these. */
export default function HighlightStage(props: Props): ComponentChildren {
  const { question, content, tally, correctAnswer } = props;
  return (
    <View>
      {(leftOut) => (
        <>
          <Note {...{ content, tally, correctAnswer, leftOut }} />
          <HeatLines {...{ content, tally, correctAnswer }} />
          {tally !== null && <Table {...{ question, content, tally, correctAnswer }} />}
        </>
      )}
    </View>
  );
}

type NoteProps = Omit<Props, 'question'> & { readonly leftOut: number };

/** The task; once the correct lines are revealed, how many have them, and why they are. */
function Note({ content, tally, correctAnswer, leftOut }: NoteProps): ComponentChildren {
  const missing = leftOutLabel(leftOut);
  if (correctAnswer === null) {
    return (
      <p class="view-note" lang="en">
        {taskLabel(content)}
        {missing !== null && ` · ${missing}`}
      </p>
    );
  }
  const room = roomCorrectLabel(tally);
  return (
    <p class="highlight-outcome">
      {room !== null && <b lang="en">{room}.</b>} <OwnText>{correctAnswer.explain}</OwnText>
      {missing !== null && (
        <span class="view-note" lang="en">
          {' '}
          {missing}.
        </span>
      )}
    </p>
  );
}

type TableProps = Omit<Props, 'tally'> & { readonly tally: NonNullable<HighlightShown> };

function Table({ question, content, tally, correctAnswer }: TableProps): ComponentChildren {
  const columns = ['Line', 'Text', 'Attendees', 'Share'];
  const rows = tappableLines(content).map((line) => {
    const count = tally.counts[line] ?? 0;
    const text = (content.lines[line] ?? '').trim();
    const told = [lineName(line), text, count, percent(count, tally.answers)];
    if (correctAnswer === null) return told;
    return [...told, correctAnswer.right.includes(line) ? 'Correct' : ''];
  });
  return (
    <DataTable
      caption={`${question} (${formatAnswerCount(tally.answers)})`}
      columns={correctAnswer === null ? columns : [...columns, 'Verdict']}
      rows={rows}
    />
  );
}
