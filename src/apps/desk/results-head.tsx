import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../client/api.ts';
import type { SessionTallies } from '../../results/session-tallies.ts';
import { clockTime } from '../../ui/clock-time.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { formatCode } from '../../ui/session-path.ts';
import { longDay } from '../../ui/day-label.ts';
import { KeptUntilOf } from './kept-until.tsx';
import { ResultDownloads } from './result-downloads.tsx';
import { SessionNameForm } from './session-name-form.tsx';

interface Props {
  readonly report: SessionTallies;
  readonly reload: () => void;
}

/** The head of the results: the session's name, its numbers and the downloads. */
export function ResultsHead({ report, reload }: Props) {
  const { session, people, rate } = report;
  return (
    <header class="results-head">
      <Name {...{ report, reload }} />
      <p class="session-marks">
        {session.ended_at === null && <b class="mark mark-running">Running</b>}
        {session.rehearsal && <b class="mark">Rehearsal</b>}
        <KeptUntilOf code={session.code} />
      </p>
      <dl class="results-facts">
        <Fact name="Deck">
          <span lang={session.lang}>
            <OwnText>{session.title}</OwnText>
          </span>
        </Fact>
        <Fact name="Date">{whenLabel(session)}</Fact>
        <Fact name="Code">
          <span class="ltr">{formatCode(session.code)}</span>
        </Fact>
        <Fact name="People who answered">{people}</Fact>
        {rate !== null && <Fact name="Their response rate">{rate}%</Fact>}
      </dl>
      <Actions {...{ report, reload }} />
    </header>
  );
}

/** The name, or the deck's title where there is none, and the field that changes it. */
function Name({ report: { session }, reload }: Props) {
  const [isNaming, setNaming] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasNaming = useRef(false);
  useEffect(() => {
    if (wasNaming.current && !isNaming) button.current?.focus();
    wasNaming.current = isNaming;
  }, [isNaming]);
  const { code, name, title, lang } = session;
  const save = async (given: string): Promise<void> => {
    const named = await api.nameSession(code, given);
    setProblem(named.ok ? null : named.error.message);
    if (!named.ok) return;
    setNaming(false);
    reload();
  };
  return (
    <div class="results-name">
      <h1 lang={name === '' ? lang : undefined}>
        <OwnText>{name === '' ? title : name}</OwnText>
      </h1>
      {isNaming ? (
        <SessionNameForm
          {...{ name, title }}
          onSave={(given) => void save(given)}
          onCancel={() => setNaming(false)}
        />
      ) : (
        <button
          ref={button}
          type="button"
          class="button button-quiet button-small"
          onClick={() => setNaming(true)}
        >
          {name === '' ? 'Name this session' : 'Rename'}
        </button>
      )}
      {problem !== null && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Actions({ report: { session }, reload }: Props) {
  const { code } = session;
  return (
    <>
      <div class="desk-actions">
        <a class="button button-primary" href={`/s/${code}/report?${zoneQuery()}`}>
          Report
        </a>
        <ResultDownloads code={code} />
        <button type="button" class="button" onClick={() => print()}>
          Print
        </button>
        <button type="button" class="button" onClick={reload}>
          Refresh
        </button>
      </div>
      <nav class="results-links" aria-label="Further pages">
        <a href={`/s/${code}/cross`}>Cross two questions</a>
        <a href={`/present/compare?sessions=${code}`}>Compare with other sessions</a>
        <a href={`/s/${code}/replay`}>Replay</a>
        <a href={`/s/${code}/stage?print-pdf`}>Print slides</a>
        <a href="/present">Decks and sessions</a>
      </nav>
    </>
  );
}

/** The time zone of this device: the server, which draws the report, knows none but its own. */
function zoneQuery(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return new URLSearchParams({ zone: timeZone }).toString();
}

/** "Thursday 26 November 2026, 14:05 to 15:10". */
function whenLabel({ started_at, ended_at }: SessionTallies['session']): string {
  const start = new Date(started_at);
  const begun = `${longDay(start, true)}, ${clockTime(start)}`;
  if (ended_at === null) return begun;
  const end = new Date(ended_at);
  const isSameDay = longDay(start, false) === longDay(end, false);
  return `${begun} to ${isSameDay ? '' : `${longDay(end, true)}, `}${clockTime(end)}`;
}
