import type { SessionPlace, SessionSummary } from '../storage/event-log.ts';

/** The number of sessions in one page of their list. */
export const SESSIONS_A_PAGE = 50;

/** Spells a place in the list of sessions for a URL. */
export function spellPlace({ startedAt, code }: SessionPlace): string {
  return `${startedAt}-${code}`;
}

/** The place that a URL names; undefined where it names none. */
export function readPlace(text: string): SessionPlace | undefined {
  const [, startedAt, code] = /^(\d{1,15})-(\d{1,15})$/.exec(text) ?? [];
  if (startedAt === undefined || code === undefined) return undefined;
  return { startedAt: Number(startedAt), code };
}

/** Splits the sessions of a page from one more, which shows that there is a next page. */
export function toPage(sessions: readonly SessionSummary[]): {
  readonly page: readonly SessionSummary[];
  /** The place after which the next page begins; null where this is the last one. */
  readonly next: SessionPlace | null;
} {
  const page = sessions.slice(0, SESSIONS_A_PAGE);
  return { page, next: sessions.length > page.length ? (page.at(-1) ?? null) : null };
}
