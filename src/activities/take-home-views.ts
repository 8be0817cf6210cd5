import type { ComponentType } from 'preact';
import { loadFrom, type Loader, type TakeHomeViewProps } from './views.ts';

// Beside views.ts, not in it: a phone pays for the list of these only when somebody takes one home.
const takeHomeViews = import.meta.glob('./*/*.take-home.tsx') as Record<
  string,
  Loader<TakeHomeViewProps>
>;

/** The take-home view of an activity type; null where it has none. */
export async function loadTakeHomeView(
  type: string,
): Promise<ComponentType<TakeHomeViewProps> | null> {
  const path = `./${type}/${type}.take-home.tsx`;
  return path in takeHomeViews ? loadFrom(takeHomeViews, path) : null;
}
