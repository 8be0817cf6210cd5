import type { Slide } from '../../deck/deck.ts';

export type Named = Pick<Slide, 'title' | 'activity'>;

interface Questions {
  readonly activities: readonly { readonly id: string; readonly question: string }[];
}

/** What a presenter calls a slide: its title, else the question on it. */
export function slideName({ title, activity }: Named, { activities }: Questions): string {
  const asked = activities.find(({ id }) => id === activity);
  return title || asked?.question || 'Untitled';
}
