import type { SessionEntry } from '../../../protocol/http.ts';
import { clockTime } from '../../../ui/clock-time.ts';
import { longDay } from '../../../ui/day-label.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import { formatCode } from '../../../ui/session-path.ts';

interface Props {
  readonly session: SessionEntry;
  /** The language of the deck, a BCP 47 tag. */
  readonly lang: string | undefined;
  /** The time of the last moment, in milliseconds since 1970-01-01 UTC. */
  readonly last: number;
  reload(): void;
}

/** The session that is replayed, and up to which time where it runs. */
export function ReplayHead({ session, lang, last, reload }: Props) {
  const { code, name, title, startedAt, endedAt } = session;
  const day = longDay(new Date(startedAt), true);
  return (
    <header>
      <p class="desk-brand">Replay</p>
      <div class="results-name">
        <h1 lang={name === '' ? lang : undefined}>
          <OwnText>{name === '' ? title : name}</OwnText>
        </h1>
        <a class="button button-quiet" href={`/s/${code}/results`}>
          All results
        </a>
      </div>
      <p class="caption">
        {name !== '' && (
          <>
            <OwnText>{title}</OwnText>
            {' · '}
          </>
        )}
        {day} · <span class="ltr">{formatCode(code)}</span>
      </p>
      {endedAt === null && (
        <p class="session-marks">
          <b class="mark mark-running">Running</b> Up to {clockTime(new Date(last), true)}
          <button type="button" class="button button-small" onClick={reload}>
            Refresh
          </button>
        </p>
      )}
    </header>
  );
}
