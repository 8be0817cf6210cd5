import type { VNode } from 'preact';
import { directionOf } from '../../lib/text-direction.ts';
import { BoardView } from '../../presenting/board/board-view.tsx';
import type { Report, ReportedQuestion } from '../../results/report-of.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { count } from '../../lib/count.ts';
import { answeredLabel } from '../../ui/answered-label.ts';
import { ReportHead, type ReportOptions } from './report-head.tsx';
import { questionAnchor, Reported, type ReportViews } from './reported.tsx';

/** The same as in the header of its response, for the file that is put elsewhere. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

interface Props {
  readonly report: Report;
  /** CSS. */
  readonly styles: string;
  /** Its parts, drawn: HTML. */
  readonly parts: string;
}

/** The document of a report. */
export function ReportPage({ report: { lang, name, title }, styles, parts }: Props) {
  return (
    <html lang="en" dir={directionOf(lang)}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{`${name === '' ? title : name} · Report`}</title>
        {/* Styles of our own files, in which nobody else has written. */}
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body>
        <main class="report" dangerouslySetInnerHTML={{ __html: parts }} />
      </body>
    </html>
  );
}

/** The parts of a report, in their order. */
export function reportParts(
  report: Report,
  options: ReportOptions,
  views: ReportViews,
): readonly VNode[] {
  const part = (asked: ReportedQuestion) => <Reported {...{ asked, report, views }} />;
  return [
    <ReportHead {...{ report, options }} />,
    <Contents report={report} />,
    ...report.questions.map(part),
    <Points report={report} />,
    ...report.channels.map(part),
  ];
}

/** The questions that were asked, with links to them. */
function Contents({ report }: { report: Report }) {
  const { questions, channels, withdrawn, lang } = report;
  return (
    <nav class="report-contents" aria-labelledby="report-contents">
      <h2 id="report-contents">Contents</h2>
      {questions.length === 0 && <p>No question was asked.</p>}
      <ol>
        {questions.map((asked) => (
          <Entry key={questionAnchor(asked)} {...{ asked, report, lang }} />
        ))}
        {isBoardTold(report) && (
          <li>
            <a href="#points">Points</a>
          </li>
        )}
        {channels.map((asked) => (
          <Entry key={questionAnchor(asked)} {...{ asked, report }} lang="en" />
        ))}
      </ol>
      {withdrawn > 0 && (
        <p class="report-note">
          {count(withdrawn, 'question')} {withdrawn === 1 ? 'was' : 'were'} taken out of the talk,
          and {withdrawn === 1 ? 'is' : 'are'} not in this report.
        </p>
      )}
    </nav>
  );
}

interface EntryProps {
  readonly asked: ReportedQuestion;
  readonly report: Report;
  readonly lang: string;
}

function Entry({ asked, report, lang }: EntryProps) {
  return (
    <li>
      <a href={`#${questionAnchor(asked)}`} lang={lang}>
        <OwnText>{asked.question}</OwnText>
      </a>{' '}
      <span class="report-note">
        {answeredLabel(asked.answered, asked.isEarlierWording ? null : report.people)}
      </span>
    </li>
  );
}

function isBoardTold({ board }: Report): boolean {
  return board !== null && board.people > 0;
}

/** The board with the places that the room has seen. */
function Points({ report }: { report: Report }) {
  const { board } = report;
  if (board === null || !isBoardTold(report)) return null;
  return (
    <section class="report-part" id="points">
      <h2>Points</h2>
      {board.needs === undefined ? (
        <BoardView board={board} />
      ) : (
        <p class="report-note">Fewer than {board.needs} people have points: hidden.</p>
      )}
    </section>
  );
}
