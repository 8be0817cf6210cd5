import type { Slide } from '../../deck/deck.ts';
import type { ConsoleSnapshot } from '../../session/views.ts';

/** What a presenter calls a slide: its title, else the question on it. */
export function slideName(slide: Slide, { activities }: ConsoleSnapshot): string {
  const asked = activities.find(({ id }) => id === slide.activity);
  return slide.title || asked?.question || 'Untitled';
}
