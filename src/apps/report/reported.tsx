import type { ComponentType } from 'preact';
import type { StageViewProps } from '../../activities/views.ts';
import { accentClass } from '../../lib/accents.ts';
import type { Report, ReportedQuestion } from '../../results/report-of.ts';
import { ShiftChart } from '../../ui/charts/shift-chart.tsx';
import { OwnText } from '../../ui/own-text.tsx';
import { answeredLabel } from '../../ui/answered-label.ts';

/** The views of a report, by the names of their types. */
export type ReportViews = ReadonlyMap<string, ComponentType<StageViewProps>>;

interface Props {
  readonly asked: ReportedQuestion;
  readonly report: Report;
  readonly views: ReportViews;
}

/** The id of a question's place in the report. */
export function questionAnchor({ id, round }: Pick<ReportedQuestion, 'id' | 'round'>): string {
  return `question-${id}-${round}`;
}

/** A question with its wording, its number of answers, its change and its chart with a table. */
export function Reported({ asked, report, views }: Props) {
  const { question, accent, shift } = asked;
  const before = report.questions.find(({ id }) => id === asked.again);
  return (
    <section
      class={`report-part ${accentClass(accent)}`}
      id={questionAnchor(asked)}
      lang={report.lang}
    >
      <h2>
        <OwnText>{question}</OwnText>
      </h2>
      <p class="report-note report-answered" lang="en">
        {answeredLabel(asked.answered, asked.isEarlierWording ? null : report.people)}
        {before !== undefined && (
          <>
            {' · Asked before: '}
            <a href={`#${questionAnchor(before)}`} lang={report.lang}>
              <OwnText>{before.question}</OwnText>
            </a>
          </>
        )}
      </p>
      {shift !== null && <ShiftChart {...{ question, shift }} />}
      <Result {...{ asked, views }} />
    </section>
  );
}

function Result({ asked, views }: Pick<Props, 'asked' | 'views'>) {
  const { type, question, content, tally, correctAnswer } = asked;
  const View = views.get(type);
  if (tally === null || View === undefined) {
    return (
      <p class="report-hidden" lang="en">
        {hiddenLabel(asked)}
      </p>
    );
  }
  return <View {...{ question, content, tally, correctAnswer }} />;
}

function hiddenLabel({ answered, hidden, minAnswers }: ReportedQuestion): string {
  if (answered === 0) return 'Nobody has answered.';
  if (hidden === 'too-few') return `Fewer than ${minAnswers} answers: hidden.`;
  return 'The answers could not be counted. They are in the results.';
}
