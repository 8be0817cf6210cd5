import type { Context, Hono } from 'hono';
import type { SessionState } from '../../src/session/state.ts';
import {
  crossChoices,
  crossTable,
  type CrossRefusal,
  type CrossTable,
} from '../../src/results/cross-table.ts';
import { finishInTurns } from '../limits/in-turns.ts';
import type { SessionRegistry } from '../live/session-registry.ts';
import { crossCsv } from './cross-csv.ts';
import { withSession } from './find-session.ts';
import { refuse, type Env } from './reply.ts';

interface CrossDeps {
  readonly registry: Pick<SessionRegistry, 'find'>;
}

/** Serves two questions of a session crossed, as JSON and CSV, and the questions to choose from. */
export function addCross(app: Hono<Env>, deps: CrossDeps): void {
  app.get('/sessions/:code/cross-questions.json', (c) =>
    withSession(c, deps, async ({ state }) => c.json(await finishInTurns(crossChoices(state)))),
  );
  app.get('/sessions/:code/cross.json', (c) =>
    withSession(c, deps, ({ state }) => answerCross(c, state, (table) => c.json(table))),
  );
  app.get('/sessions/:code/cross.csv', (c) =>
    withSession(c, deps, ({ state }) =>
      answerCross(c, state, (table) => {
        const file = `plenary-${state.deck.name}-${state.code}-cross.csv`;
        c.header('Content-Type', 'text/csv; charset=utf-8');
        c.header('Content-Disposition', `attachment; filename="${file}"`);
        return c.body(crossCsv(table));
      }),
    ),
  );
}

async function answerCross(
  c: Context<Env>,
  state: SessionState,
  answer: (table: CrossTable) => Response,
): Promise<Response> {
  const { rows, columns } = c.req.query();
  if (rows === undefined || columns === undefined) {
    return refuse(c, 400, 'bad-request', 'Name two questions: ?rows=ID&columns=ID');
  }
  const crossed = await finishInTurns(crossTable(state, rows, columns));
  return crossed.ok ? answer(crossed.value) : refuseCross(c, crossed.error);
}

function refuseCross(c: Context<Env>, { name, message }: CrossRefusal): Response {
  return refuse(c, name === 'unknown-question' ? 404 : 422, name, message);
}
