import type { ComponentChildren } from 'preact';
import { accentClass } from '../../lib/accents.ts';
import { formatAnswerCount } from '../../ui/format-answer-count.ts';
import { Bars, percent } from '../../ui/charts/bars.tsx';
import { DataTable } from '../../ui/charts/data-table.tsx';
import { View } from '../../ui/charts/view.tsx';
import type { StageViewProps } from '../views.ts';
import { barsOf } from './bars.ts';
import type { PollContent, PollShown } from './poll.ts';
import { howMany } from './labels.ts';
import './poll.stage.css';
import { OwnText } from '../../ui/own-text.tsx';

type Props = StageViewProps<PollContent, PollShown>;

/** The room's bars; while they are hidden, the options. */
export default function PollStage({ question, content, tally }: Props): ComponentChildren {
  return (
    <View>
      {tally === null ? (
        <Choices content={content} />
      ) : (
        <Tally question={question} content={content} tally={tally} />
      )}
    </View>
  );
}

function Choices({ content }: { content: PollContent }): ComponentChildren {
  return (
    <>
      <p class="view-note" lang="en">
        {howMany(content)}
      </p>
      <ul class={content.options.length > 8 ? 'poll-choices poll-choices-many' : 'poll-choices'}>
        {content.options.map((option, index) => (
          <li key={option} class={`view-label ${accentClass(content.accents[index])}`}>
            <OwnText>{option}</OwnText>
          </li>
        ))}
        {content.other && <li lang="en">Something else</li>}
      </ul>
    </>
  );
}

interface TallyProps {
  readonly question: string;
  readonly content: PollContent;
  readonly tally: NonNullable<PollShown>;
}

function Tally({ question, content, tally }: TallyProps): ComponentChildren {
  const bars = barsOf(content, tally);
  const rows = bars.map(({ label, count }) => [label, count, percent(count, tally.answers)]);
  return (
    <>
      {content.max > 1 && (
        <p class="view-note" lang="en">
          Several choices per person
        </p>
      )}
      <Bars bars={bars} total={tally.answers} />
      <DataTable
        caption={`${question} (${formatAnswerCount(tally.answers)})`}
        columns={['Choice', 'Attendees', 'Share']}
        rows={rows}
      />
      <Texts tally={tally} />
    </>
  );
}

/** The choices that attendees wrote, for the presenter. */
function Texts({ tally: { texts, other } }: Pick<TallyProps, 'tally'>): ComponentChildren {
  if (texts.length === 0) return null;
  const more = other - texts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <ul class="poll-texts">
        {texts.map(({ text, count }) => (
          <li key={text}>
            <OwnText>{text}</OwnText>
            {count > 1 && <span class="view-note"> × {count}</span>}
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p class="view-note" lang="en">
          {more} more answers are in the results.
        </p>
      )}
    </>
  );
}
