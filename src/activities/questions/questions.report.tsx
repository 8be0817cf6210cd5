import type { ComponentChildren } from 'preact';
import { DataTable } from '../../ui/charts/data-table.tsx';
import { View } from '../../ui/charts/view.tsx';
import type { StageViewProps } from '../views.ts';
import type { QuestionsContent } from './content.ts';
import { inOrder } from './own-questions.ts';
import type { QuestionsShown } from './tally.ts';

type Props = StageViewProps<QuestionsContent, QuestionsShown>;

/** The questions that the room read, with their votes, and which of them were answered. */
export default function QuestionsReport({ question, tally }: Props): ComponentChildren {
  if (tally?.audience !== 'room') return null;
  const { open, answered } = inOrder(tally.words, 'votes');
  const all = [...answered, ...open].sort((one, other) => other.count - one.count);
  return (
    <View>
      {all.length === 0 ? (
        <p class="view-note" lang="en">
          The room was shown no question.
        </p>
      ) : (
        <DataTable
          caption={question}
          columns={['Question', 'Votes', 'Answered']}
          rows={all.map((one) => [one.text, one.count, one.answered === true ? 'Yes' : 'No'])}
        />
      )}
      {tally.more > 0 && (
        <p class="view-note" lang="en">
          {tally.more} more with fewer votes are not listed.
        </p>
      )}
    </View>
  );
}
