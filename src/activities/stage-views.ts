import type { ComponentType } from 'preact';
import { loadFrom, type Loader, type StageViewProps } from './views.ts';

// Beside views.ts, not in it: no phone pays for the list of these.
const stageViews = import.meta.glob('./*/*.stage.tsx') as Record<string, Loader<StageViewProps>>;

/** The view that shows the tally of activities of this type. */
export async function loadStageView(type: string): Promise<ComponentType<StageViewProps>> {
  return loadFrom(stageViews, `./${type}/${type}.stage.tsx`);
}
