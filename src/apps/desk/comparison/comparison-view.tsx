import type {
  ComparedQuestion,
  ComparedSession,
  SessionComparison,
} from '../../../results/comparison/compare-sessions.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import { formatCode } from '../../../ui/session-path.ts';
import { useDirection } from '../../../ui/use-direction.ts';
import { ClearDifferences } from './clear-differences.tsx';
import { Question } from './compared-question.tsx';
import { comparedAnchor, momentLabel, rateLabel } from './labels.ts';
import { SessionName } from './session-name.tsx';
import { ScrollBox } from '../scroll-box.tsx';

interface Props {
  readonly comparison: SessionComparison;
}

/** The key figures of each session, and question by question their answers side by side. */
export function ComparisonView({ comparison }: Props) {
  const { sessions, questions, lang } = comparison;
  useDirection(lang);
  const same = questions.filter(({ isReworded }) => !isReworded);
  const reworded = questions.filter(({ isReworded }) => isReworded);
  return (
    <>
      <KeyFigures sessions={sessions} />
      <ClearDifferences comparison={comparison} />
      <Contents {...{ same, reworded, lang }} />
      <div class="results-questions">
        {same.map((question) => (
          <Question key={comparedAnchor(question)} {...{ question, comparison }} />
        ))}
        {reworded.length > 0 && (
          <div class="comparison-reworded">
            <h2 id="reworded">Reworded questions</h2>
            <p>
              These were asked in other words at other times. Answers to different words are not
              compared.
            </p>
            {reworded.map((question) => (
              <Question key={comparedAnchor(question)} {...{ question, comparison }} />
            ))}
          </div>
        )}
      </div>
    </>
  );
}

interface ContentsProps {
  readonly same: readonly ComparedQuestion[];
  readonly reworded: readonly ComparedQuestion[];
  readonly lang: string;
}

function Contents({ same, reworded, lang }: ContentsProps) {
  return (
    <nav class="results-contents" aria-labelledby="comparison-contents">
      <h2 id="comparison-contents">Questions</h2>
      {same.length + reworded.length === 0 && <p>No question was asked.</p>}
      <ol>
        {[...same, ...reworded].map((question) => (
          <li key={comparedAnchor(question)}>
            <a href={`#${comparedAnchor(question)}`} lang={lang}>
              <OwnText>{question.question}</OwnText>
            </a>
            {question.isReworded && <span class="caption"> Reworded</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The date, the people and the response rate of each session. */
function KeyFigures({ sessions }: { sessions: readonly ComparedSession[] }) {
  return (
    <div class="comparison-sessions">
      <h2 id="comparison-sessions">Sessions</h2>
      <ScrollBox heading="comparison-sessions">
        <table class="cross-table">
          <thead>
            <tr>
              <th scope="col">Session</th>
              <th scope="col">People</th>
              <th scope="col">Response rate</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session, place) => (
              <tr key={session.code}>
                <th scope="row">
                  <SessionName {...{ session, place }} />
                  <Marks session={session} />
                </th>
                <td>{session.people}</td>
                <td>{rateLabel(session.rate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </div>
  );
}

/** The rest of its particulars, and the way to its results. */
function Marks({ session }: { session: ComparedSession }) {
  const { code, name, startedAt, endedAt, rehearsal } = session;
  const marks = [
    ...(name === '' ? [] : [momentLabel(startedAt)]),
    ...(endedAt === null ? ['running'] : []),
    ...(rehearsal ? ['rehearsal'] : []),
  ];
  return (
    <span class="caption comparison-when">
      {marks.map((mark) => `${mark} · `)}
      <a href={`/s/${code}/results`}>
        Results <span class="ltr">{formatCode(code)}</span>
      </a>
    </span>
  );
}
