import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { loadStageView } from '../activities/stage-views.ts';
import type { StageViewProps } from '../activities/views.ts';

/** The tally of an activity of any type, as soon as the view of that type is loaded. */
export function StageView({ type, ...props }: StageViewProps & { type: string }) {
  const [loaded, setLoaded] = useState<{ View: ComponentType<StageViewProps> } | null>(null);
  useEffect(() => {
    void loadStageView(type).then((View) => setLoaded({ View }));
  }, [type]);
  return loaded === null ? null : <loaded.View {...props} />;
}
