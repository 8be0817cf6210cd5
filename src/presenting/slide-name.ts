import type { Slide } from '../deck/deck.ts';

export type NamedSlide = Pick<Slide, 'title' | 'activity'>;

interface Questions {
  readonly activities: readonly { readonly id: string; readonly question: string }[];
}

/** A slide's title, else the question on it. */
export function slideName(slide: NamedSlide, { activities }: Questions): string {
  const activity = activities.find(({ id }) => id === slide.activity);
  return slide.title || activity?.question || 'Untitled';
}
