import { loadStageView } from '../../../activities/stage-views.ts';
import { BoardView } from '../../../presenting/board/board-view.tsx';
import type { Report, ReportedQuestion } from '../../../results/report-of.ts';
import type { ResultActivity, ResultTallies } from '../../../session/results.ts';
import { count } from '../../../lib/count.ts';
import { ShiftChart } from '../../../ui/charts/shift-chart.tsx';
import { longDay } from '../../../ui/day-label.ts';
import { answeredLabel } from '../../../ui/answered-label.ts';
import { PictureMenu } from './picture-menu.tsx';
import type { Subject } from './subject.ts';

interface Props {
  /** The results as far as the room could have read them: others see a picture. */
  readonly report: Report;
  readonly session: ResultTallies['session'];
}

interface QuestionProps extends Props {
  readonly activity: ResultActivity;
}

/** The menu for a picture of a question's chart; the reason, where the room could not have read it. */
export function QuestionPicture({ activity, report, session }: QuestionProps) {
  const asked = reportedOf(report, activity);
  if (asked === undefined || asked.answered === 0) return null;
  if (asked.tally === null) return <NoPicture reason={hiddenReason(asked)} />;
  const { type, question, content, tally, correctAnswer } = asked;
  return (
    <PictureMenu
      name={`Picture: ${question}`}
      file={fileOf(session, asked)}
      subject={async () => {
        const View = await loadStageView(type);
        return {
          ...framed(asked, report),
          chart: <View {...{ question, content, tally, correctAnswer }} />,
        };
      }}
    />
  );
}

/** The menu for a picture of the change between two askings. */
export function ChangePicture({ activity, report, session }: QuestionProps) {
  const asked = reportedOf(report, activity);
  if (asked === undefined || asked.answered === 0) return null;
  const { question, shift } = asked;
  if (shift === null) return <NoPicture reason="too few answered both times" />;
  return (
    <PictureMenu
      name={`Picture of the change: ${question}`}
      file={`${fileOf(session, asked)}-change`}
      subject={async () => ({
        ...framed(asked, report),
        note: `${count(shift.pairs, 'person', 'people')} answered both times`,
        chart: <ShiftChart {...{ question, shift }} />,
      })}
    />
  );
}

/** The menu for a picture of the board, with the places that the room has seen. */
export function PointsPicture({ report, session }: Props) {
  const { board } = report;
  if (board === null || board.people === 0) {
    return <NoPicture reason="the room has seen no board" />;
  }
  if (board.needs !== undefined) {
    return <NoPicture reason={`fewer than ${board.needs} people have points`} />;
  }
  return (
    <PictureMenu
      name="Picture: Points"
      file={`plenary-${session.deck}-${session.code}-points`}
      subject={async () => ({
        ...frameOf(report),
        title: 'Points',
        note: `${count(board.people, 'person', 'people')} with points`,
        accent: null,
        chart: <BoardView board={board} />,
      })}
    />
  );
}

function NoPicture({ reason }: { reason: string }) {
  return (
    <p class="caption picture-none" lang="en">
      No picture: {reason}.
    </p>
  );
}

function hiddenReason({ hidden, minAnswers }: ReportedQuestion): string {
  return hidden === 'too-few'
    ? `fewer than ${minAnswers} answers`
    : 'the answers could not be counted';
}

function reportedOf(report: Report, { id, round }: ResultActivity): ReportedQuestion | undefined {
  return [...report.questions, ...report.channels].find(
    (asked) => asked.id === id && asked.round === round,
  );
}

function fileOf({ deck, code }: ResultTallies['session'], asked: ReportedQuestion): string {
  const { id, round, isEarlierWording } = asked;
  return `plenary-${deck}-${code}-${id}${isEarlierWording ? `-round-${round}` : ''}`;
}

function framed(asked: ReportedQuestion, report: Report): Omit<Subject, 'chart'> {
  const { question, answered, accent, isEarlierWording } = asked;
  const note = answeredLabel(answered, isEarlierWording ? null : report.people);
  return { ...frameOf(report), title: question, note, accent };
}

function frameOf({
  lang,
  name,
  title,
  startedAt,
  rehearsal,
}: Report): Pick<Subject, 'lang' | 'session' | 'date'> {
  const date = longDay(new Date(startedAt), false);
  return {
    lang,
    session: name === '' ? title : `${name} · ${title}`,
    date: rehearsal ? `Rehearsal, ${date}` : date,
  };
}
