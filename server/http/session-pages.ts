import { z } from 'zod';
import { normaliseText } from '../../src/lib/typed-text.ts';
import { success, type Result } from '../../src/lib/result.ts';
import type {
  EventLog,
  ListedSession,
  SessionPlace,
  StorageProblem,
} from '../storage/event-log.ts';
import { sessionStates } from '../../src/lib/listed-states.ts';
import type { SessionFilter } from '../storage/session-filter.ts';

/** The number of sessions in one page of their list. */
const SESSIONS_A_PAGE = 50;

/** A day: no clock is further from UTC. */
const MOST_MINUTES = 24 * 60;

/** The query of `GET /api/v1/sessions`. */
const pageQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,15}-\d{1,15}$/)
    .optional(),
  q: z.string().max(200).transform(normaliseText).default(''),
  deck: z.string().max(64).default(''),
  state: z.enum(sessionStates).default('all'),
  offset: z.coerce.number().int().min(-MOST_MINUTES).max(MOST_MINUTES).default(0),
});

/** A page of the list of sessions. */
interface Page {
  /** The place behind which it begins; null for the first. */
  readonly after: SessionPlace | null;
  readonly filter: SessionFilter;
  /** The query that asks for it, without `after`. */
  readonly query: Readonly<Record<string, string>>;
}

/** The page that a query asks for at a moment, in milliseconds since 1970-01-01 UTC; null where it asks for none. */
export function readPage(query: Record<string, string>, now: number): Page | null {
  const read = pageQuery.safeParse(query);
  if (!read.success) return null;
  const { after: place, q: search, deck, state, offset } = read.data;
  const [startedAt = '', code = ''] = place?.split('-') ?? [];
  const after = place === undefined ? null : { startedAt: Number(startedAt), code };
  const { after: _, ...rest } = query;
  return {
    after,
    filter: { search, decks: deck === '' ? [] : [deck], state, offset, now },
    query: rest,
  };
}

/** The sessions of a page, and the query that asks for the next one; null where this is the last. */
export async function pageOf(
  log: EventLog,
  { after, filter, query }: Page,
): Promise<
  Result<
    { readonly sessions: readonly ListedSession[]; readonly next: URLSearchParams | null },
    StorageProblem
  >
> {
  // One more shows that there is a next page.
  const listed = await log.sessions(SESSIONS_A_PAGE + 1, after, filter);
  if (!listed.ok) return listed;
  const sessions = listed.value.slice(0, SESSIONS_A_PAGE);
  const last = listed.value.length > sessions.length ? sessions.at(-1) : undefined;
  const next = last && new URLSearchParams({ ...query, after: `${last.startedAt}-${last.code}` });
  return success({ sessions, next: next ?? null });
}
