import { renderToString } from 'preact-render-to-string';
import { loadReportView } from '../../activities/report-views.ts';
import type { Report } from '../../results/report-of.ts';
import type { ReportOptions } from './report-head.tsx';
import { ReportPage } from './report-page.tsx';
import { stylesFor } from './report-styles.ts';

export { isTimeZone } from './when-label.ts';

/** Draws a report as a whole HTML document that has no script and loads nothing. */
export async function renderReport(report: Report, options: ReportOptions): Promise<string> {
  const types = new Set([...report.questions, ...report.channels].map(({ type }) => type));
  const views = new Map(
    await Promise.all([...types].map(async (type) => [type, await loadReportView(type)] as const)),
  );
  const page = <ReportPage {...{ report, options, views }} styles={stylesFor(types)} />;
  return `<!doctype html>\n${renderToString(page)}\n`;
}
