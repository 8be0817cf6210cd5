import { failure, success, type Result } from '../../src/lib/result.ts';
import type { Attendance } from '../../src/session/attendance.ts';
import type { Fact, StoredFact } from '../../src/session/facts.ts';
import type { EventLog, ListedSession, SessionPlace, StorageProblem } from './event-log.ts';
import { isListed } from './listed-sessions.ts';
import { searchFor } from './session-search.ts';

/** Keeps facts for as long as the process lives: for tests. `now` in milliseconds since 1970. */
export function memoryLog(now: () => number): EventLog {
  const sessions = new Map<string, StoredFact[]>();
  const begun = (): ListedSession[] =>
    [...sessions].flatMap(([session, facts]) => listedSession(session, facts));
  return {
    async transact(session, afterSeq, decide) {
      const facts = sessions.get(session) ?? [];
      if (facts.length < afterSeq) return failure(shrunk);
      const decided = decideOn(facts.slice(afterSeq), decide);
      const seq = facts.length + 1;
      const added = decided.map((fact, index) => ({ seq: seq + index, at: now(), fact }));
      if (added.length > 0) sessions.set(session, [...facts, ...added]);
      return success(added);
    },
    read: async (session, ...page) => factsAfter(sessions.get(session) ?? [], ...page),
    async sessions(limit, after, filter) {
      const fits = searchFor(filter);
      const all = begun().filter((one) => isListed(one, filter) && fits(one));
      return success(pageOf(all, limit, after));
    },
    async timed(limit, after) {
      return success(pageOf(begun(), limit, after));
    },
    async lastGiven() {
      const given = begun().filter(({ rehearsal }) => !rehearsal);
      const byStart = given.sort((one, other) => one.startedAt - other.startedAt);
      return success(new Map(byStart.map(({ deck, startedAt }) => [deck, startedAt])));
    },
    async bring(session, facts) {
      if (sessions.has(session)) return success(false);
      sessions.set(session, [...facts]);
      return success(true);
    },
    forget: async (session) => success(sessions.delete(session) ? 'gone' : 'unknown'),
    verifyRead: async () => success(null),
    survey: async () => success([]),
    check: async () => success(null),
    close: async () => undefined,
  };
}

const shrunk: StorageProblem = { name: 'damaged', message: 'The log has lost what was in it.' };

function factsAfter(
  facts: readonly StoredFact[],
  afterSeq: number,
  limit: number,
): Result<readonly StoredFact[], StorageProblem> {
  if (facts.length < afterSeq) return failure(shrunk);
  return success(facts.slice(afterSeq, afterSeq + limit));
}

function decideOn(
  newer: readonly StoredFact[],
  decide: (newer: readonly StoredFact[]) => readonly Fact[],
): readonly Fact[] {
  const wanted = decide([]);
  return newer.length === 0 || wanted.length === 0 ? wanted : decide(newer);
}

/** The latest of some sessions behind a place. */
function pageOf(
  all: readonly ListedSession[],
  limit: number,
  after: SessionPlace | null,
): ListedSession[] {
  const listed = [...all].sort((one, other) => (isBehind(one, other) ? 1 : -1));
  return listed.filter((one) => after === null || isBehind(one, after)).slice(0, limit);
}

function isBehind(one: SessionPlace, other: SessionPlace): boolean {
  if (one.startedAt !== other.startedAt) return one.startedAt < other.startedAt;
  return one.code < other.code;
}

/** A session has ended if the latest of these facts is its end. */
const endings: ReadonlySet<Fact['type']> = new Set(['session:ended', 'session:reopened']);

function listedSession(code: string, facts: readonly StoredFact[]): ListedSession[] {
  const [first] = facts;
  if (first === undefined) return [];
  const end = facts.findLast(({ fact }) => endings.has(fact.type));
  const decks = facts.flatMap(({ fact }) => ('deck' in fact ? [fact.deck] : []));
  const names = facts.flatMap(({ fact }) => (fact.type === 'session:named' ? [fact.name] : []));
  return [
    {
      ...{ code, deck: decks[0]?.name ?? '', title: decks.at(-1)?.title ?? '' },
      name: names.at(-1) ?? '',
      rehearsal: first.fact.type === 'session:started' && first.fact.rehearsal === true,
      startedAt: first.at,
      endedAt: end?.fact.type === 'session:ended' ? end.at : null,
      keepDays: decks.at(-1)?.keepDays ?? null,
      lastAt: facts.at(-1)?.at ?? null,
      attendance: attendanceIn(facts),
    },
  ];
}

function attendanceIn(facts: readonly StoredFact[]): Attendance {
  const given = facts.flatMap(({ fact }) => (fact.type === 'answer:given' ? [fact] : []));
  const answers = given.map(({ attendee, activity }) => `${attendee}/${activity}`);
  const people = given.map(({ attendee }) => attendee);
  return { people: new Set(people).size, answers: new Set(answers).size };
}
