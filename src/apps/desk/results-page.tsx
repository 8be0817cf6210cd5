import { useCallback } from 'preact/hooks';
import { api, resultsPath } from '../../client/api.ts';
import { accentClass } from '../../lib/accents.ts';
import type { Results, ResultActivity } from '../../session/results.ts';
import { StageView } from '../../presenting/stage-view.tsx';
import { formatAnswerCount } from '../../ui/format-answer-count.ts';
import { formatCode } from '../../ui/session-path.ts';
import { RequireSignIn } from './require-sign-in.tsx';
import { OwnText } from '../../ui/own-text.tsx';
import { useDirection } from '../../ui/use-direction.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';

/** The results of a session, during it and afterwards. */
export function ResultsPage({ code }: { code: string }) {
  const load = useCallback(() => api.results(code), [code]);
  return (
    <RequireSignIn load={load}>
      {(report, reload) => <Report report={report} code={code} reload={reload} />}
    </RequireSignIn>
  );
}

interface ReportProps {
  readonly report: Results;
  readonly code: string;
  reload(): void;
}

function Report({ report, code, reload }: ReportProps) {
  const { lang, title } = report.session;
  useDirection(lang);
  usePageTitle('Results', title);
  return (
    <main class="desk">
      <Head report={report} code={code} reload={reload} />
      {report.activities.map((activity) => (
        <Question key={`${activity.id}/${activity.round}`} activity={activity} lang={lang} />
      ))}
    </main>
  );
}

function Head({ report, code, reload }: ReportProps) {
  const { session, rows } = report;
  const attendees = new Set(rows.map(({ attendee }) => attendee)).size;
  return (
    <header class="results-head">
      <h1 lang={session.lang}>
        <OwnText>{session.title}</OwnText>
      </h1>
      <p class="caption">
        Session <span class="ltr">{formatCode(session.code)}</span> ·{' '}
        {session.ended_at === null ? 'in progress' : 'ended'} · {attendees}{' '}
        {attendees === 1 ? 'attendee' : 'attendees'}
      </p>
      <div class="desk-actions">
        <a class="button button-primary" href={resultsPath(code, 'csv')} download>
          Download CSV
        </a>
        <a
          class="button"
          href={resultsPath(code, 'json')}
          download={`plenary-${session.deck}-${code}.json`}
        >
          Download JSON
        </a>
        <button type="button" class="button" onClick={reload}>
          Refresh
        </button>
        <a class="button button-quiet" href={`/s/${code}/stage?print-pdf`}>
          Print slides
        </a>
        <a class="button button-quiet" href="/present">
          Decks and sessions
        </a>
      </div>
    </header>
  );
}

function Question({ activity, lang }: { activity: ResultActivity; lang: string }) {
  const { type, question, content, answered, tally, correctAnswer, status, accent } = activity;
  return (
    <section class={`result ${accentClass(accent)}`} lang={lang}>
      <h2>
        <OwnText>{question}</OwnText>
      </h2>
      <p class="caption" lang="en">
        {formatAnswerCount(answered)}
        {status === 'superseded' ? ' · earlier wording' : ''}
      </p>
      {answered > 0 && <StageView {...{ type, question, content, tally, correctAnswer }} />}
    </section>
  );
}
