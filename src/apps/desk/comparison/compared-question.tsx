import { accentClass } from '../../../lib/accents.ts';
import type {
  ComparedQuestion,
  SessionComparison,
} from '../../../results/comparison/compare-sessions.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import { ComparisonPicture } from './comparison-picture.tsx';
import { ItemCharts } from './item-charts.tsx';
import { comparedAnchor } from './labels.ts';
import { SessionCharts } from './session-charts.tsx';

interface Props {
  readonly question: ComparedQuestion;
  readonly comparison: SessionComparison;
}

/** A question: the chart of each session, and then item by item the figures of all on one scale. */
export function Question({ question, comparison }: Props) {
  const { sessions, lang } = comparison;
  const { measured, accent, isReworded } = question;
  const Heading = isReworded ? 'h3' : 'h2';
  return (
    <section class={`result ${accentClass(accent)}`} id={comparedAnchor(question)} lang={lang}>
      <Heading>
        <OwnText>{question.question}</OwnText>
      </Heading>
      <ComparisonPicture {...{ question, comparison }} />
      <SessionCharts {...{ question, sessions }} View={null} />
      {measured !== null && <ItemCharts {...{ question, sessions, measured }} />}
    </section>
  );
}
