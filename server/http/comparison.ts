import type { Context, Hono } from 'hono';
import { failure, success, type Result } from '../../src/lib/result.ts';
import {
  compareSessions,
  FEWEST_SESSIONS,
  MOST_SESSIONS,
  type SessionComparison,
} from '../../src/results/comparison/compare-sessions.ts';
import { comparisonColumns, comparisonRows } from '../../src/results/comparison/comparison-rows.ts';
import {
  summariseSession,
  type SessionSummary,
} from '../../src/results/comparison/session-summary.ts';
import type { Decks } from '../decks/decks.ts';
import { presentNames } from '../decks/renamed-decks.ts';
import { finishInTurns } from '../limits/in-turns.ts';
import type { SessionRegistry } from '../live/session-registry.ts';
import { formOf } from './csv-form.ts';
import { csvRecords } from './csv-table.ts';
import { unknownCode } from './find-session.ts';
import { refuse, type Env } from './reply.ts';
import { sendInPieces } from './send-in-pieces.ts';

interface ComparisonDeps {
  readonly registry: Pick<SessionRegistry, 'look'>;
  readonly decks: Pick<Decks, 'folder'>;
}

const SIX_DIGITS = /^\d{6}$/;

const NAME_SESSIONS = `Name ${FEWEST_SESSIONS} to ${MOST_SESSIONS} sessions by their codes: ?sessions=CODE,CODE`;

/** Serves sessions of a deck side by side, as JSON and CSV. */
export function addComparison(app: Hono<Env>, deps: ComparisonDeps): void {
  app.get('/compare.json', (c) => answerComparison(c, deps, (comparison) => c.json(comparison)));
  app.get('/compare.csv', (c) =>
    answerComparison(c, deps, (comparison) => {
      const deck = comparison.sessions.at(-1)?.deck ?? '';
      const file = { name: `plenary-${deck}-comparison.csv`, type: 'text/csv; charset=utf-8' };
      const rows = comparisonRows(comparison);
      return sendInPieces(c, file, csvRecords(comparisonColumns, rows, formOf(c)));
    }),
  );
}

async function answerComparison(
  c: Context<Env>,
  deps: ComparisonDeps,
  answer: (comparison: SessionComparison) => Response,
): Promise<Response> {
  const codes = readCodes(c.req.query('sessions') ?? '');
  if (codes === null) return refuse(c, 400, 'bad-request', NAME_SESSIONS);
  const summaries = await summarise(codes, deps, c);
  if (!summaries.ok) return summaries.error;
  const names = await presentNames(deps.decks.folder);
  const compared = compareSessions(summaries.value, (name) => names.get(name) ?? name);
  if (compared.ok) return answer(compared.value);
  const { name, message } = compared.error;
  return refuse(c, name === 'different-decks' ? 422 : 409, name, message);
}

/** The codes in a query, each once; null where they are too few, too many, or none. */
function readCodes(written: string): string[] | null {
  const codes = [...new Set(written.split(','))];
  const isFit = codes.length >= FEWEST_SESSIONS && codes.length <= MOST_SESSIONS;
  return isFit && codes.every((code) => SIX_DIGITS.test(code)) ? codes : null;
}

/** Reads the sessions one after the other: of each the summary stays, and its answers go. */
async function summarise(
  codes: readonly string[],
  { registry }: ComparisonDeps,
  c: Context<Env>,
): Promise<Result<SessionSummary[], Response>> {
  const summaries: SessionSummary[] = [];
  for (const code of codes) {
    const found = await registry.look(code);
    if (!found.ok) return failure(refuse(c, 503, found.error.name, found.error.message));
    if (found.value === null) return failure(unknownCode(c));
    summaries.push(await finishInTurns(summariseSession(found.value)));
  }
  return success(summaries);
}
