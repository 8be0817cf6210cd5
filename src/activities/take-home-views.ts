import type { ComponentType } from 'preact';
import { loadFrom, type Loader, type TakeHomeViewProps } from './views.ts';

// Beside views.ts, not in it: a phone pays for the list of these only when somebody takes one home.
const takeHomeViews = import.meta.glob('./*/*.takehome.tsx') as Record<
  string,
  Loader<TakeHomeViewProps>
>;

/** What an attendee takes home of activities of this type; null where the type has no view for it. */
export async function loadTakeHomeView(
  type: string,
): Promise<ComponentType<TakeHomeViewProps> | null> {
  const path = `./${type}/${type}.takehome.tsx`;
  return path in takeHomeViews ? loadFrom(takeHomeViews, path) : null;
}
