import { slideAt } from '../../../deck/navigation.ts';
import { shownOn } from '../../../presenting/shown-on.ts';
import { coverOf } from '../../../presenting/stage-cover.tsx';
import type { Moment } from '../../../results/replay/moment.ts';
import type { StageActivityView } from '../../../session/views.ts';

/** An event of a question. */
export type MarkKind = 'opened' | 'closed' | 'revealed' | 'answer-revealed' | 'reset' | 'reworded';

/** A moment at which something happened to a question. */
export interface Mark {
  /** The place of the moment among all. */
  readonly place: number;
  /** The id of the question. */
  readonly activity: string;
  readonly kind: MarkKind;
}

/** The events of all questions, in their order. */
export function questionMarks(moments: readonly Moment[]): Mark[] {
  return moments.flatMap(({ stage }, place) => {
    const before = moments[place - 1]?.stage.activities;
    // The same list: nothing has changed in it.
    if (before === stage.activities) return [];
    return stage.activities.flatMap((view) => {
      const earlier = before?.find(({ id }) => id === view.id);
      const kinds = earlier === view ? [] : eventsBetween(earlier, view);
      return kinds.map((kind): Mark => ({ place, activity: view.id, kind }));
    });
  });
}

function eventsBetween(
  before: StageActivityView | undefined,
  after: StageActivityView,
): MarkKind[] {
  const wasOpen = before?.phase === 'open';
  const isOpen = after.phase === 'open';
  const isReworded = before !== undefined && before.hash !== after.hash;
  const isReset = before !== undefined && before.round !== after.round && !isReworded;
  const isRevealed = before?.revealed === false && after.revealed;
  const isAnswered = before !== undefined && before.correctAnswer === null;
  return [
    ...(isReworded ? (['reworded'] as const) : []),
    ...(isReset ? (['reset'] as const) : []),
    ...(isOpen && !wasOpen ? (['opened'] as const) : []),
    ...(wasOpen && after.phase === 'closed' ? (['closed'] as const) : []),
    ...(isRevealed ? (['revealed'] as const) : []),
    ...(isAnswered && after.correctAnswer !== null ? (['answer-revealed'] as const) : []),
  ];
}

/** The place of the last moment at which the stage showed each question, by the question's id. */
export function lastPlaces(moments: readonly Moment[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const [place, { deck, stage }] of moments.entries()) {
    const slide = slideAt(deck, stage.position);
    const isCovered = stage.blanked || coverOf(stage, slide) !== null;
    const activity = isCovered ? null : shownOn(slide, stage);
    if (activity !== null && activity.phase !== 'waiting') last.set(activity.id, place);
  }
  return last;
}

/** The places of the moments at which the stage shows another slide, or a cover in its place. */
export function slidePlaces(moments: readonly Moment[]): number[] {
  return [...moments.keys()].filter((place) => {
    const before = moments[place - 1];
    const after = moments[place];
    return before === undefined || after === undefined || shownIn(before) !== shownIn(after);
  });
}

function shownIn({ deck, stage }: Moment): string {
  const { h, v } = stage.position;
  return coverOf(stage, slideAt(deck, stage.position)) ?? `${h}/${v}`;
}
