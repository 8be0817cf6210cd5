import type { ComponentType } from 'preact';
import { loadStageView } from './stage-views.ts';
import { loadFrom, type Loader, type StageViewProps } from './views.ts';

const reportViews = import.meta.glob('./*/*.report.tsx') as Record<string, Loader<StageViewProps>>;

// As texts: a report holds its styles itself.
const styleSheets = import.meta.glob<string>(['./*/parts/*.css', './*/*.stage.css'], {
  query: '?inline',
  import: 'default',
  eager: true,
});

/** The view that a report has of activities of this type: its own, or else that of the stage. */
export async function loadReportView(type: string): Promise<ComponentType<StageViewProps>> {
  const path = `./${type}/${type}.report.tsx`;
  return path in reportViews ? loadFrom(reportViews, path) : loadStageView(type);
}

/** The styles of the views of these types. */
export function reportStyles(types: ReadonlySet<string>): string {
  const sheets = Object.entries(styleSheets);
  return sheets
    .flatMap(([path, sheet]) => (types.has(path.split('/')[1] ?? '') ? [sheet] : []))
    .join('\n');
}
