import { activityType } from '../activities/registry.ts';
import type { Position } from '../deck/deck.ts';
import { nextPosition, slideAt, slideIndex, slideWithId } from '../deck/navigation.ts';
import type { ActivityState, SessionState } from './state.ts';
import type { Way } from './views.ts';

type Place = Pick<Position, 'h' | 'v'>;
type Walked = Pick<SessionState, 'deck' | 'position' | 'activities' | 'endedAt'>;

/**
 * The ways on from the question on the slide once it is closed, where most pointed first; of equal ones,
 * the first in the question. None before, for a question that leads nowhere, and where so few have answered
 * that nobody may see it.
 */
export function waysOn(walked: Walked): readonly Way[] {
  const asked = walked.activities.get(slideAt(walked.deck, walked.position)?.activity ?? '');
  return asked?.phase === 'closed' ? waysFrom(asked, walked) : [];
}

/** The ways on from an open question, were it closed now. */
export function waysSoFar(asked: ActivityState, walked: Walked): readonly Way[] {
  return asked.phase === 'open' ? waysFrom(asked, walked) : [];
}

function waysFrom(asked: ActivityState, { deck, endedAt }: Walked): readonly Way[] {
  const slide = deck.slides.find((one) => one.activity === asked.activity.id);
  if (slide === undefined || endedAt !== null) return [];
  const { activity, tally, answers } = asked;
  const { ways } = activityType(activity.type);
  const targets = ways?.to(activity.content) ?? [];
  if (ways === undefined || targets.length === 0) return [];
  if (answers.size < Math.max(activity.settings.minAnswers, 1)) return [];
  const inOrder = nextPosition(deck, { h: slide.h, v: slide.v, f: slide.fragments - 1 });
  const counts = ways.counts(tally);
  const all = ways.options(activity.content).map((option, index) => {
    const { h, v } = slideWithId(deck, targets[index]) ?? inOrder;
    return { option, to: { h, v }, people: counts[index] ?? 0 };
  });
  return all.toSorted((one, other) => other.people - one.people);
}

/** The same ways in another deck, of which `move` says to where each place has moved. */
export function movedWays(
  ledFrom: SessionState['ledFrom'],
  move: (place: Place) => Place,
): SessionState['ledFrom'] {
  return new Map(
    [...ledFrom].map(([key, from]) => {
      const [h = 0, v = 0] = key.split('/').map(Number);
      return [placeKey(move({ h, v })), move(from)];
    }),
  );
}

/** The place to which Back leads from the slide that is shown: the slide that led here, with all its steps. */
export function wayBack({
  deck,
  position,
  ledFrom,
}: Pick<SessionState, 'deck' | 'position' | 'ledFrom'>) {
  const from = ledFrom.get(placeKey(position));
  const slide = from === undefined ? undefined : slideAt(deck, from);
  return slide === undefined ? null : { h: slide.h, v: slide.v, f: slide.fragments - 1 };
}

/** Notes, in place, how the talk comes to the slide at `to`, which is shown next: led there, or in order. */
export function noteWay(state: SessionState, to: Position): void {
  const { deck, position } = state;
  const target = slideAt(deck, to);
  const leads =
    waysOn(state).some((way) => way.to.h === to.h && way.to.v === to.v) ||
    (target?.id !== undefined && slideAt(deck, position)?.go === target.id);
  const isNext = slideIndex(deck, to) === slideIndex(deck, position) + 1;
  if (!leads && !isNext) return;
  const ledFrom = new Map(state.ledFrom);
  if (leads) ledFrom.set(placeKey(to), { h: position.h, v: position.v });
  else ledFrom.delete(placeKey(to));
  state.ledFrom = ledFrom;
}

function placeKey({ h, v }: Place): string {
  return `${h}/${v}`;
}
