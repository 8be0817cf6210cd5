import type { ComponentChildren } from 'preact';
import { formatAnswerCount } from '../../../ui/format-answer-count.ts';
import { Bars, percent } from '../../../ui/charts/bars.tsx';
import { DataTable } from '../../../ui/charts/data-table.tsx';
import { barsOf } from '../bars.ts';
import type { OpenTextShown } from '../tally.ts';
import type { OpenTextContent } from '../content.ts';

interface Props {
  readonly question: string;
  readonly content: OpenTextContent;
  readonly tally: NonNullable<OpenTextShown>;
}

/** A bar for each option with the attendees who tapped it; nothing without options. */
export function OptionBars({ question, content, tally }: Props): ComponentChildren {
  const bars = barsOf(content, tally);
  if (bars.length === 0) return null;
  return (
    <>
      <Bars bars={bars} total={tally.answers} />
      <DataTable
        caption={`${question} (${formatAnswerCount(tally.answers)})`}
        columns={['Choice', 'Attendees', 'Share']}
        rows={bars.map(({ label, count }) => [label, count, percent(count, tally.answers)])}
      />
    </>
  );
}
