import { useCallback, useEffect, useState } from 'preact/hooks';
import { api, comparisonPath } from '../../../client/api.ts';
import { failure, success, type Result } from '../../../lib/result.ts';
import type { SessionEntry } from '../../../protocol/http.ts';
import type { WireError } from '../../../protocol/wire-error.ts';
import type { SessionComparison } from '../../../results/comparison/compare-sessions.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import { usePageTitle } from '../../../ui/use-page-title.ts';
import { csvForm } from '../csv-form.ts';
import { RequireSignIn } from '../require-sign-in.tsx';
import { codesInAddress, comparePage, mayCompare } from './chosen-sessions.ts';
import { ComparisonView } from './comparison-view.tsx';
import { SessionChooser } from './session-chooser.tsx';

/** Sessions of one deck side by side, and the choice of them. */
export function ComparePage() {
  const load = useCallback(() => loadSessions(codesInAddress(location.search)), []);
  return <RequireSignIn load={load}>{(sessions) => <Compare sessions={sessions} />}</RequireSignIn>;
}

/** The sessions that may be chosen: those of the address, and the latest of the first one's deck. */
async function loadSessions(
  codes: readonly string[],
): Promise<Result<readonly SessionEntry[], WireError>> {
  const [first] = codes;
  if (first === undefined) return failure(NO_SESSION);
  const given = await Promise.all(codes.map((code) => api.session(code)));
  const found = given.flatMap((one) => (one.ok ? [one.value] : []));
  const [entry] = found;
  if (entry === undefined) return failure(given.find((one) => !one.ok)?.error ?? NO_SESSION);
  const page = await api.sessions({ q: '', deck: entry.deck, state: 'all' });
  if (!page.ok) return page;
  const all = new Map([...page.value.sessions, ...found].map((one) => [one.code, one]));
  return success(
    [...all.values()].sort((one, other) => other.startedAt.localeCompare(one.startedAt)),
  );
}

const NO_SESSION: WireError = {
  name: 'bad-request',
  message: 'Choose the sessions to compare in the list of sessions.',
};

function Compare({ sessions }: { sessions: readonly SessionEntry[] }) {
  const [chosen, setChosen] = useState(() => codesInAddress(location.search));
  const title = sessions[0]?.title ?? '';
  usePageTitle('Sessions compared', title);
  const choose = (codes: readonly string[]): void => {
    history.replaceState(history.state, '', comparePage(codes));
    setChosen([...codes]);
  };
  return (
    <main class="desk results comparison">
      <header class="results-head">
        <p class="desk-brand">
          <OwnText>{title}</OwnText>
        </p>
        <h1>Sessions compared</h1>
        <SessionChooser {...{ sessions, chosen }} onChoose={choose} />
        <p class="desk-actions">
          {mayCompare(chosen.length) && <Download codes={chosen} />}
          <a class="button button-quiet" href="/present">
            Decks and sessions
          </a>
        </p>
      </header>
      {mayCompare(chosen.length) && <Compared codes={chosen} />}
    </main>
  );
}

function Download({ codes }: { codes: readonly string[] }) {
  const csv = comparisonPath(codes, 'csv');
  const form = csvForm();
  return (
    <>
      <a class="button" href={csv} download>
        Download CSV
      </a>
      {form !== '' && (
        <a class="button" href={`${csv}&${form}`} download>
          CSV with semicolons
        </a>
      )}
      <button type="button" class="button" onClick={() => print()}>
        Print
      </button>
    </>
  );
}

function Compared({ codes }: { codes: readonly string[] }) {
  const [compared, setCompared] = useState<Result<SessionComparison, WireError> | null>(null);
  const wanted = codes.join();
  useEffect(() => {
    let isLatest = true;
    setCompared(null);
    void api.compare(wanted.split(',')).then((reply) => {
      if (isLatest) setCompared(reply);
    });
    return () => {
      isLatest = false;
    };
  }, [wanted]);
  if (compared === null)
    return (
      <p class="comparison-note" role="status">
        Reading the sessions…
      </p>
    );
  if (compared.ok) return <ComparisonView comparison={compared.value} />;
  return (
    <p class="problem comparison-note" role="alert">
      {compared.error.message}
    </p>
  );
}
