import type { Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { reportOf } from '../../src/results/report-of.ts';
import { PRESENTER_COOKIE } from '../auth/caller.ts';
import type { PresenterKey } from '../auth/presenter-key.ts';
import { giveWay } from '../limits/give-way.ts';
import { finishInTurns } from '../limits/in-turns.ts';
import type { LiveSession } from '../live/live-session.ts';
import type { SessionRegistry } from '../live/session-registry.ts';
import { withSession } from './find-session.ts';
import type { Env } from './reply.ts';

export interface ReportDeps {
  readonly registry: SessionRegistry;
  readonly key: PresenterKey;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
}

/** Adds the file of a report to the HTTP interface, which has asked for the key. */
export function addReportFile(api: Hono<Env>, deps: ReportDeps): void {
  api.get('/sessions/:code/report.html', (c) =>
    withSession(c, deps, async (session) => {
      const { code, deck } = session.state;
      const file = `plenary-${deck.name}-${code}-report.html`;
      c.header('Content-Disposition', `attachment; filename="${file}"`);
      return c.html(await draw(c, session, false));
    }),
  );
}

/** Adds the page of a report. Who is not signed in is led to the results, which ask for the key. */
export function addReportPage(routes: Hono<Env>, { registry, key, now }: ReportDeps): void {
  routes.get('/s/:code/report', async (c) => {
    const code = c.req.param('code');
    c.header('Cache-Control', 'no-store');
    const isSignedIn = key.isSignedIn(getCookie(c, PRESENTER_COOKIE), now());
    const session = isSignedIn ? await registry.find(code) : null;
    // Its page has the words for a session that is not there, too.
    if (session === null || !session.ok || session.value === null) {
      return c.redirect(`/s/${encodeURIComponent(code)}/results`);
    }
    return c.html(await draw(c, session.value, true));
  });
}

async function draw(c: Context<Env>, { state }: LiveSession, hasLinks: boolean): Promise<string> {
  // At the first report only: no other page is drawn here, and a server that makes none has no views.
  const { isTimeZone, renderReport } = await import('../../src/apps/report/render-report.tsx');
  const asked = c.req.query('zone') ?? '';
  const zone = isTimeZone(asked) ? asked : undefined;
  const query = zone === undefined ? '' : `?${new URLSearchParams({ zone }).toString()}`;
  const { code } = state;
  const links = {
    file: `/api/v1/sessions/${code}/report.html${query}`,
    results: `/s/${code}/results`,
  };
  await giveWay();
  const drawing = await renderReport(reportOf(state), {
    ...(zone === undefined ? {} : { zone }),
    links: hasLinks ? links : null,
  });
  return finishInTurns(drawing);
}
