import { failure, success, type Result } from '../../lib/result.ts';
import { isoTime } from '../../session/iso-time.ts';
import { comparedItems, type ComparedItem } from './compared-items.ts';
import type { Measure } from './measured.ts';
import type { AskedInSession, QuestionSummary, SessionSummary } from './session-summary.ts';

/** The fewest and the most sessions that are compared at once. */
export const FEWEST_SESSIONS = 2;
export const MOST_SESSIONS = 12;

/** Some sessions of one deck side by side. No figure in it is of several sessions together. */
export type SessionComparison = {
  /** The title of the deck, in the latest session. */
  readonly title: string;
  /** The language of the deck, a BCP 47 tag. */
  readonly lang: string;
  /** The earliest first. */
  readonly sessions: readonly ComparedSession[];
  /** Each wording of each question that was asked, in the order of the latest session; reworded ones last. */
  readonly questions: readonly ComparedQuestion[];
};

export type ComparedSession = Pick<
  SessionSummary,
  'code' | 'deck' | 'name' | 'rehearsal' | 'people' | 'rate'
> & {
  /** ISO 8601, UTC, as is the next. */
  readonly startedAt: string;
  /** null while the session runs. */
  readonly endedAt: string | null;
};

/** One wording of a question, in all sessions that asked it so. */
export type ComparedQuestion = Pick<
  QuestionSummary,
  'id' | 'hash' | 'type' | 'question' | 'content' | 'accent'
> & {
  /** true: another session, or the same one, asked it in other words. */
  readonly isReworded: boolean;
  /** One for each session; null where it was not asked so. */
  readonly sessions: readonly (AskedInSession | null)[];
  /** null where its type compares no numbers. */
  readonly measured: ComparedMeasure | null;
};

/** The numbers by which a question is compared, item by item. */
export type ComparedMeasure = Measure & { readonly items: readonly ComparedItem[] };

export type ComparisonRefusal = {
  readonly name: 'different-decks' | 'shared-answers';
  readonly message: string;
};

/** Compares sessions of one deck. `deckOf` gives a deck's present name. */
export function compareSessions(
  given: readonly SessionSummary[],
  deckOf: (name: string) => string = (name) => name,
): Result<SessionComparison, ComparisonRefusal> {
  if (new Set(given.map(({ deck }) => deckOf(deck))).size > 1) return failure(DIFFERENT_DECKS);
  const sessions = [...given].sort(
    (one, other) => one.startedAt - other.startedAt || (one.code < other.code ? -1 : 1),
  );
  const shared = sharedPair(sessions);
  if (shared !== null) return failure(refuseShared(shared));
  const latest = sessions.at(-1);
  return success({
    ...{ title: latest?.title ?? '', lang: latest?.lang ?? 'en' },
    sessions: sessions.map(described),
    questions: wordings(sessions).map((wording) => compared(wording, sessions)),
  });
}

const DIFFERENT_DECKS: ComparisonRefusal = {
  name: 'different-decks',
  message: 'These sessions are of different decks. Choose sessions of one deck.',
};

/** The codes of two sessions in which the same people answered; null where there are none. */
function sharedPair(sessions: readonly SessionSummary[]): readonly [string, string] | null {
  const seen = new Map<string, string>();
  for (const { code, questions } of sessions) {
    const own = questions.flatMap(({ id, sample }) =>
      sample.map((attendee) => `${id}/${attendee}`),
    );
    const before = own.map((key) => seen.get(key)).find((found) => found !== undefined);
    if (before !== undefined) return [before, code];
    for (const key of own) seen.set(key, code);
  }
  return null;
}

function refuseShared([one, other]: readonly [string, string]): ComparisonRefusal {
  return {
    name: 'shared-answers',
    message: `Sessions ${one} and ${other} share answers: one is a copy of the other, and their difference would be a few people. Leave one of them out.`,
  };
}

function described(session: SessionSummary): ComparedSession {
  const { code, deck, name, rehearsal, people, rate, startedAt, endedAt } = session;
  return {
    ...{ code, deck, name, rehearsal, people, rate },
    startedAt: isoTime(startedAt),
    endedAt: endedAt === null ? null : isoTime(endedAt),
  };
}

interface Wording {
  readonly first: QuestionSummary;
  readonly isReworded: boolean;
}

/**
 * Each wording once. Those of the latest session come first, so that a new question has its place in the
 * talk; the wordings of reworded questions come last, question by question.
 */
function wordings(sessions: readonly SessionSummary[]): Wording[] {
  const all = [...sessions].reverse().flatMap(({ questions }) => questions);
  const first = new Map<string, QuestionSummary>();
  const hashes = new Map<string, Set<string>>();
  for (const question of all) {
    const { id, hash, onTheSpot } = question;
    const key = `${id}/${hash}`;
    if (!first.has(key)) first.set(key, question);
    if (!onTheSpot) hashes.set(id, (hashes.get(id) ?? new Set()).add(hash));
  }
  const isReworded = ({ id }: QuestionSummary): boolean => (hashes.get(id)?.size ?? 0) > 1;
  const order = [...hashes.keys()];
  return [...first.values()]
    .map((question) => ({ first: question, isReworded: isReworded(question) }))
    .sort((one, other) => placeOf(one, order) - placeOf(other, order));
}

/** −1 for a question with one wording: the sort is stable, so these keep their order. */
function placeOf({ first, isReworded }: Wording, ids: readonly string[]): number {
  return isReworded ? ids.indexOf(first.id) : -1;
}

function compared(
  { first, isReworded }: Wording,
  sessions: readonly SessionSummary[],
): ComparedQuestion {
  const { id, hash, type, question, content, accent, measured } = first;
  const found = sessions.map(({ questions }) =>
    questions.find((one) => one.id === id && one.hash === hash),
  );
  const codes = sessions.map(({ code }) => code);
  const measure = measured && {
    ...{ of: measured.of, unit: measured.unit, scale: measured.scale, hasShape: measured.hasShape },
    items: comparedItems(
      measured,
      found.map((one) => one?.measured ?? null),
      codes,
    ),
  };
  return {
    ...{ id, hash, type, question, content, accent, isReworded },
    sessions: found.map((one) => one?.asked ?? null),
    measured: measure,
  };
}
