import { useCallback, useEffect, useState } from 'preact/hooks';
import { api } from '../../client/api.ts';
import { accentClass } from '../../lib/accents.ts';
import type { SessionTallies } from '../../results/session-tallies.ts';
import type { ResultActivity } from '../../session/results.ts';
import { ShiftChart } from '../../ui/charts/shift-chart.tsx';
import { BoardView } from '../../presenting/board/board-view.tsx';
import { StageView } from '../../presenting/stage-view.tsx';
import { answeredLabel } from '../../ui/answered-label.ts';
import { formatAnswerCount } from '../../ui/format-answer-count.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { useDirection } from '../../ui/use-direction.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { count } from '../../lib/count.ts';
import type { Report as RoomReport } from '../../results/report-of.ts';
import { otherAskings } from './other-askings.ts';
import { ChangePicture, PointsPicture, QuestionPicture } from './pictures/question-pictures.tsx';
import { RequireSignIn } from './require-sign-in.tsx';
import { resultAnchor } from './result-anchor.ts';
import { ResultsHead } from './results-head.tsx';

/** The results of a session, during it and afterwards. */
export function ResultsPage({ code }: { code: string }) {
  const load = useCallback(() => api.tallies(code), [code]);
  return (
    <RequireSignIn load={load}>
      {(report, reload) => <Report report={report} reload={reload} />}
    </RequireSignIn>
  );
}

interface ReportProps {
  readonly report: SessionTallies;
  reload(): void;
}

function Report({ report, reload }: ReportProps) {
  const { lang, title, name } = report.session;
  useDirection(lang);
  usePageTitle('Results', name === '' ? title : name);
  const asked = report.activities.filter((activity) => activity.asked);
  const room = useRoomReport(report);
  return (
    <main class="desk results">
      <ResultsHead report={report} reload={reload} />
      <Contents asked={asked} report={report} />
      <div class="results-questions">
        <Points report={report} room={room} />
        {asked.map((activity) => (
          <Question key={resultAnchor(activity)} {...{ activity, asked, report, room }} />
        ))}
      </div>
    </main>
  );
}

/** The report on a session, for pictures, which others see; null until it is there. */
function useRoomReport(report: SessionTallies): RoomReport | null {
  const [room, setRoom] = useState<RoomReport | null>(null);
  useEffect(() => {
    let isLatest = true;
    void api.report(report.session.code).then((reply) => {
      if (isLatest) setRoom(reply.ok ? reply.value : null);
    });
    return () => {
      isLatest = false;
    };
  }, [report]);
  return room;
}

interface ContentsProps {
  readonly asked: readonly ResultActivity[];
  readonly report: SessionTallies;
}

/** The questions that were asked, with links to them, and how many were not. */
function Contents({ asked, report: { session, activities, people } }: ContentsProps) {
  const notAsked = activities.length - asked.length;
  return (
    <nav class="results-contents" aria-labelledby="results-contents">
      <h2 id="results-contents">Questions</h2>
      {asked.length === 0 && <p>No question was asked.</p>}
      <ol>
        {asked.map((activity) => (
          <li key={resultAnchor(activity)}>
            <a href={`#${resultAnchor(activity)}`} lang={session.lang}>
              <OwnText>{activity.question}</OwnText>
            </a>{' '}
            <span class="caption">{captionOf(activity, people)}</span>
          </li>
        ))}
      </ol>
      {notAsked > 0 && asked.length > 0 && (
        <p class="caption">
          {count(notAsked, 'question')} {notAsked === 1 ? 'was' : 'were'} not asked.
        </p>
      )}
    </nav>
  );
}

interface PointsProps {
  readonly report: SessionTallies;
  readonly room: RoomReport | null;
}

/** The board with all places. */
function Points({ report: { board, session }, room }: PointsProps) {
  if (board === null || board.people === 0) return null;
  return (
    <section class="result" aria-labelledby="results-points">
      <h2 id="results-points">Points</h2>
      {room !== null && <PointsPicture report={room} session={session} />}
      <BoardView board={board} />
    </section>
  );
}

interface QuestionProps extends PointsProps {
  readonly activity: ResultActivity;
  readonly asked: readonly ResultActivity[];
}

function Question({ activity, asked, report, room }: QuestionProps) {
  const { session, people } = report;
  const { type, question, content, answered, tally, correctAnswer, accent, shift } = activity;
  return (
    <section
      class={`result ${accentClass(accent)}`}
      id={resultAnchor(activity)}
      lang={session.lang}
    >
      <h2>
        <OwnText>{question}</OwnText>
      </h2>
      <p class="caption" lang="en">
        {captionOf(activity, people)}
      </p>
      {otherAskings(activity, asked).map(({ words, activity: other }) => (
        <p key={resultAnchor(other)} class="caption">
          <span lang="en">{words}: </span>
          <a href={`#${resultAnchor(other)}`}>
            <OwnText>{other.question}</OwnText>
          </a>
        </p>
      ))}
      {shift !== null && (
        <>
          {room !== null && <ChangePicture {...{ activity, session }} report={room} />}
          <ShiftChart {...{ question, shift }} />
        </>
      )}
      {room !== null && <QuestionPicture {...{ activity, session }} report={room} />}
      {answered > 0 && <StageView {...{ type, question, content, tally, correctAnswer }} />}
    </section>
  );
}

function captionOf(activity: ResultActivity, people: number): string {
  const marks = activity.onTheSpot ? ['Asked in the talk'] : [];
  return [statusLabel(activity, people), ...marks].join(' · ');
}

/** "9 of 15 people", and the fate of a question that is gone. */
function statusLabel({ answered, status }: ResultActivity, people: number): string {
  if (status === 'withdrawn') return `${formatAnswerCount(answered)} · Withdrawn`;
  if (status === 'superseded') return answeredLabel(answered, null);
  if (people === 0) return formatAnswerCount(answered);
  return answeredLabel(answered, people);
}
