import type { Activity } from '../activities/contract.ts';
import { hashAsWritten, withRoomOptions } from '../activities/room-options.ts';
import { keepAskedSlides, sameSlide } from '../deck/asked-slide.ts';
import { withHashes } from '../deck/deck-hashes.ts';
import type { Deck, Position } from '../deck/deck.ts';
import { slideAt, slideIndex, startOfSlide } from '../deck/navigation.ts';
import { closeActivity } from './evolve-activity.ts';
import { noteShown } from './evolve-stage.ts';
import { freshActivity, freshChannel, type ActivityState, type SessionState } from './state.ts';
import { movedWays } from './ways.ts';

/**
 * The saved version of a session's deck, with the slides that were asked for in the session; null where
 * the session shows that already.
 */
export function newVersion({ deck }: Pick<SessionState, 'deck'>, saved: Deck): Deck | null {
  const next = keepAskedSlides(deck, saved);
  return next.hash === deck.hash ? null : next;
}

/** true where a session shows the saved version of its deck, and at most slides that it was asked for besides. */
export function showsSaved(state: Pick<SessionState, 'deck'>, saved: Deck): boolean {
  const next = newVersion(state, saved);
  return next === null || asWritten(next).hash === asWritten(state.deck).hash;
}

/** The deck without the marks of its asked slides: those may be in its file since. */
function asWritten(deck: Deck): Deck {
  const slides = deck.slides.map(({ asked: _, ...slide }) => slide);
  return withHashes({ ...deck, slides });
}

/**
 * Replaces the deck, in place. Questions that still read the same keep their answers, and so does one that is worded again as
 * it once was; answers to any other wording are kept apart.
 */
export function revise(state: SessionState, deck: Deck): void {
  const past = new Set([...state.activities.values(), ...state.superseded]);
  const now = new Map<string, ActivityState>();
  for (const activity of deck.activities) {
    const own = [...past].filter((old) => old.activity.id === activity.id);
    const same = own.find((old) => hashAsWritten(old.activity) === activity.hash);
    const { phase, closesAt } = state.activities.get(activity.id) ?? returning(same);
    const rounds = own.map((old) => old.round);
    const kept = same ?? freshActivity(activity, Math.max(0, ...rounds) + 1);
    // Worded again as it was when its answer was shown: nobody may answer it knowing that.
    const status = kept.answerRevealed
      ? { phase: 'closed' as const, closesAt: null }
      : { phase, closesAt };
    const openedAt = kept.openedAt ?? (status.phase === 'open' ? state.at : null);
    now.set(activity.id, { ...kept, activity: withOptionsOf(kept, activity), openedAt, ...status });
    if (same !== undefined) past.delete(same);
  }
  state.activities.clear();
  for (const [id, activity] of now) state.activities.set(id, activity);
  state.superseded.length = 0;
  for (const old of past) {
    // Phones that have shown it are told that it is gone.
    const isWithdrawn = old.phase === 'open' && !now.has(old.activity.id);
    if (hasHistory(old) || isWithdrawn) state.superseded.push(old);
  }
  reviseChannels(state, deck);
  const before = state.deck;
  state.position = samePlace(before, deck, state.position);
  state.ledFrom = movedWays(state.ledFrom, (at) => samePlace(before, deck, { ...at, f: -1 }));
  state.deck = deck;
  for (const { asked, activity } of deck.slides) {
    if (asked !== undefined && activity !== null) state.onTheSpot.add(activity);
  }
  noteShown(state);
}

/** Opens the channels that are new, and closes those that are gone: their results are kept. */
function reviseChannels({ channels, deck: before }: SessionState, deck: Deck): void {
  const had = new Set(before.channels?.activities?.map(({ id }) => id));
  const now = deck.channels?.activities ?? [];
  for (const activity of now) {
    const known = channels.get(activity.id);
    const comesBack = known !== undefined && !had.has(activity.id);
    const state = known === undefined ? freshChannel(activity) : { ...known, activity };
    channels.set(activity.id, comesBack ? { ...state, phase: 'open' } : state);
  }
  for (const channel of channels.values()) {
    if (!now.some(({ id }) => id === channel.activity.id)) closeActivity(channel);
  }
}

/** The question as its author writes it now, with the options that the room has answered. */
function withOptionsOf({ activity: before }: ActivityState, written: Activity): Activity {
  const taken = before.optionsFrom?.taken ?? null;
  return taken === null ? written : withRoomOptions(written, taken.options);
}

/** The phase of a question that comes back to the deck: a closed one does not open by itself. */
function returning(same: ActivityState | undefined): Pick<ActivityState, 'phase' | 'closesAt'> {
  return { phase: same?.phase === 'closed' ? 'closed' : 'waiting', closesAt: null };
}

/** true for a question that has to be recognised if it comes back to the deck. */
function hasHistory({ answers, receipts, phase, answerRevealed }: ActivityState): boolean {
  // Those of a question that was reset are told from new answers by their receipts.
  return answers.size > 0 || receipts.size > 0 || phase === 'closed' || answerRevealed;
}

/** The same slide in the new deck, wherever it moved; else the same place, as near as can be. */
function samePlace(before: Deck, after: Deck, at: Position): Position {
  const old = slideAt(before, at);
  const moved = old === undefined ? undefined : sameSlide(after, old);
  if (moved !== undefined) return { h: moved.h, v: moved.v, f: at.f };
  const place = slideAt(after, at) === undefined ? startOfSlide(after, slideIndex(before, at)) : at;
  const fragments = slideAt(after, place)?.fragments ?? 0;
  return { h: place.h, v: place.v, f: Math.min(at.f, fragments - 1) };
}
