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

/** A question: item by item the figures of all sessions on one scale, and the chart of each. */
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
      {measured !== null && <ItemCharts {...{ question, sessions, measured }} />}
      <SessionCharts {...{ question, sessions }} View={null} />
      <p class="caption" lang="en">
        The chart of each session has a scale of its own.
      </p>
    </section>
  );
}
