import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { loadReportView } from '../../activities/report-views.ts';
import type { Report } from '../../results/report-of.ts';
import type { ReportOptions } from './report-head.tsx';
import { ReportPage, reportParts } from './report-page.tsx';
import { stylesFor } from './report-styles.ts';

export { isTimeZone } from './when-label.ts';

/** Draws a report as a whole HTML document that has no script and loads nothing, a part at each step. */
export async function renderReport(
  report: Report,
  options: ReportOptions,
): Promise<Generator<undefined, string>> {
  const types = new Set([...report.questions, ...report.channels].map(({ type }) => type));
  const views = new Map(
    await Promise.all([...types].map(async (type) => [type, await loadReportView(type)] as const)),
  );
  const parts = reportParts(report, options, views);
  return draw(parts, (drawn) => (
    <ReportPage report={report} styles={stylesFor(types)} parts={drawn} />
  ));
}

function* draw(
  parts: readonly VNode[],
  page: (parts: string) => VNode,
): Generator<undefined, string> {
  let drawn = '';
  for (const part of parts) {
    drawn += renderToString(part);
    yield;
  }
  return `<!doctype html>\n${renderToString(page(drawn))}\n`;
}
