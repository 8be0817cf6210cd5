import type { ComponentType } from 'preact';
import type { StageViewProps } from '../../../activities/views.ts';
import { StageView } from '../../../presenting/stage-view.tsx';
import type {
  ComparedQuestion,
  ComparedSession,
} from '../../../results/comparison/compare-sessions.ts';
import type { AskedInSession } from '../../../results/comparison/session-summary.ts';
import { answeredLabel } from '../../../ui/answered-label.ts';
import { missingLabel } from './labels.ts';
import { SessionName } from './session-name.tsx';

interface Props {
  readonly question: ComparedQuestion;
  readonly sessions: readonly ComparedSession[];
  /** The view of the question's type where it is loaded, else null. */
  readonly View: ComponentType<StageViewProps> | null;
}

/** The chart of each session. */
export function SessionCharts({ question, sessions, View }: Props) {
  return (
    <div class="comparison-charts">
      {sessions.map((session, place) => (
        <figure key={session.code}>
          <figcaption lang="en">
            <SessionName {...{ session, place }} />
            <Answered asked={question.sessions[place] ?? null} session={session} />
          </figcaption>
          <Chart {...{ question, View }} asked={question.sessions[place] ?? null} />
        </figure>
      ))}
    </div>
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

function Chart({ question, asked, View }: AskedProps & Pick<Props, 'question' | 'View'>) {
  const tally = asked?.tally ?? null;
  if (asked === null || tally === null) {
    return (
      <p class="caption" lang="en">
        {missingLabel(asked, question.isReworded)}
      </p>
    );
  }
  const { type, question: words, content } = question;
  const shown = { question: words, content, tally, correctAnswer: asked.correctAnswer };
  return View === null ? <StageView type={type} {...shown} /> : <View {...shown} />;
}
