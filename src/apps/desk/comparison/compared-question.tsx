import { accentClass } from '../../../lib/accents.ts';
import { StageView } from '../../../presenting/stage-view.tsx';
import type {
  ComparedQuestion,
  ComparedSession,
} from '../../../results/comparison/compare-sessions.ts';
import type { AskedInSession } from '../../../results/comparison/session-summary.ts';
import { answeredLabel } from '../../../ui/answered-label.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import { ItemCharts } from './item-charts.tsx';
import { comparedAnchor, missingLabel } from './labels.ts';
import { SessionName } from './session-name.tsx';

interface Props {
  readonly question: ComparedQuestion;
  readonly sessions: readonly ComparedSession[];
  readonly lang: string;
}

/** A question: the chart of each session, and then item by item the figures of all on one scale. */
export function Question({ question, sessions, lang }: Props) {
  const Heading = question.isReworded ? 'h3' : 'h2';
  const anchor = comparedAnchor(question);
  return (
    <section class={`result ${accentClass(question.accent)}`} id={anchor} lang={lang}>
      <Heading>
        <OwnText>{question.question}</OwnText>
      </Heading>
      <div class="comparison-charts">
        {sessions.map((session, place) => (
          <figure key={session.code}>
            <figcaption lang="en">
              <SessionName {...{ session, place }} />
              <Answered asked={question.sessions[place] ?? null} session={session} />
            </figcaption>
            <Chart question={question} asked={question.sessions[place] ?? null} />
          </figure>
        ))}
      </div>
      {question.measured !== null && (
        <ItemCharts {...{ question, sessions, measured: question.measured }} />
      )}
    </section>
  );
}

interface AskedProps {
  readonly asked: AskedInSession | null;
}

function Answered({ asked, session }: AskedProps & { session: ComparedSession }) {
  if (asked === null) return null;
  const { answered, isEarlierWording } = asked;
  return (
    <span class="caption">
      {' '}
      {answeredLabel(answered, isEarlierWording ? null : session.people)}
    </span>
  );
}

function Chart({ question, asked }: AskedProps & Pick<Props, 'question'>) {
  const tally = asked?.tally ?? null;
  if (asked === null || tally === null) {
    return (
      <p class="caption" lang="en">
        {missingLabel(asked)}
      </p>
    );
  }
  const { type, question: words, content } = question;
  const { correctAnswer } = asked;
  return <StageView {...{ type, question: words, content, tally, correctAnswer }} />;
}
