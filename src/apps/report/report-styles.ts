import { reportStyles } from '../../activities/report-views.ts';
import board from '../../presenting/board/board.css?inline';
import charts from '../../ui/charts/charts.css?inline';
import hero from '../../ui/charts/hero.css?inline';
import histogram from '../../ui/charts/histogram.css?inline';
import intervalRows from '../../ui/charts/interval-rows.css?inline';
import narrowHistogram from '../../ui/charts/narrow-histogram.css?inline';
import shiftChart from '../../ui/charts/shift-chart.css?inline';
import direction from '../../ui/direction.css?inline';
import tokens from '../../ui/tokens.css?inline';
import page from './report.css?inline';

/** All styles of a report with questions of these types. They name no file. */
export function stylesFor(types: ReadonlySet<string>): string {
  const shared = [
    tokens,
    direction,
    charts,
    histogram,
    narrowHistogram,
    intervalRows,
    shiftChart,
    hero,
    board,
  ];
  return [...shared, reportStyles(types), page].join('\n');
}
