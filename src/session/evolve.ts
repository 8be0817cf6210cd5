import { activityType } from '../activities/registry.ts';
import { slideAt, slideIndex, startOfSlide } from '../deck/walk.ts';
import type { Deck, Position } from '../deck/deck.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { Fact, StoredFact } from './facts.ts';
import { answerKey, freshActivity, type ActivityState, type SessionState } from './state.ts';

/** The state that a session's facts come to, first to last; null where there are none. */
export function replay(facts: Iterable<StoredFact>): SessionState | null {
  let state: SessionState | null = null;
  for (const stored of facts) {
    if (state === null) state = begin(stored);
    else evolve(state, stored);
  }
  return state;
}

/** The state after a session's first fact. */
export function begin({ seq, at, fact }: StoredFact): SessionState {
  if (fact.type !== 'session:started') throw new Error(`A session cannot begin with ${fact.type}`);
  return {
    code: fact.code,
    secret: fact.secret,
    startedAt: at,
    talkStartedAt: null,
    endedAt: null,
    seq,
    deck: fact.deck,
    position: startOfSlide(fact.deck, 0),
    joinShown: true,
    activities: new Map(
      fact.deck.activities.map((activity) => [activity.id, freshActivity(activity, 1)]),
    ),
    superseded: [],
  };
}

/** Changes the state, in place, by one more fact. */
export function evolve(state: SessionState, { seq, at, fact }: StoredFact): void {
  state.seq = seq;
  switch (fact.type) {
    case 'session:started':
      throw new Error('A session starts only once');
    case 'session:ended':
      state.endedAt = at;
      for (const activity of state.activities.values()) {
        if (activity.phase === 'open') activity.phase = 'closed';
      }
      return;
    case 'deck:revised':
      revise(state, fact.deck);
      return;
    case 'slide:shown':
      state.position = fact.position;
      state.joinShown = false;
      state.talkStartedAt ??= at;
      return;
    case 'join:shown':
      state.joinShown = fact.shown;
      return;
    case 'activity:opened':
    case 'activity:closed':
    case 'activity:revealed':
    case 'activity:hidden':
      conduct(known(state, fact.activity), fact.type);
      return;
    case 'activity:reset':
      reset(state, fact.activity);
      return;
    case 'answer:given':
      record(known(state, fact.activity), fact, seq, at);
      return;
    default:
      unreachable(fact);
  }
}

function conduct(
  state: ActivityState,
  type: 'activity:opened' | 'activity:closed' | 'activity:revealed' | 'activity:hidden',
): void {
  switch (type) {
    case 'activity:opened':
      state.phase = 'open';
      return;
    case 'activity:closed':
      state.phase = 'closed';
      return;
    case 'activity:revealed':
      state.revealed = true;
      return;
    case 'activity:hidden':
      state.revealed = false;
      return;
    default:
      unreachable(type);
  }
}

function known(state: SessionState, id: string): ActivityState {
  const found = state.activities.get(id);
  if (found === undefined) throw new Error(`A fact names the unknown activity "${id}"`);
  return found;
}

/** The latest answer of each voter counts: the one before it is taken out of the tally. */
function record(
  state: ActivityState,
  fact: Extract<Fact, { type: 'answer:given' }>,
  seq: number,
  at: number,
): void {
  const type = activityType(state.activity.type);
  const before = state.answers.get(fact.voter);
  if (before !== undefined) type.count(state.tally, before.answer, -1);
  type.count(state.tally, fact.answer, 1);
  state.answers.set(fact.voter, { id: fact.id, answer: fact.answer, seq, at });
  state.ids.set(answerKey(fact.voter, fact.id), { seq, at, round: fact.round });
}

/** An empty tally, the phase it was in; the ids are kept, so that a late copy is still known. */
function reset(state: SessionState, id: string): void {
  const before = known(state, id);
  const fresh = freshActivity(before.activity, before.round + 1);
  for (const [key, receipt] of before.ids) fresh.ids.set(key, receipt);
  fresh.phase = before.phase;
  state.activities.set(id, fresh);
}

/**
 * Questions that still read the same keep their answers, and so does one that is worded again as
 * it once was; answers to any other wording are set aside.
 */
function revise(state: SessionState, deck: Deck): void {
  const past = new Set([...state.activities.values(), ...state.superseded]);
  const now = new Map<string, ActivityState>();
  for (const activity of deck.activities) {
    const own = [...past].filter((old) => old.activity.id === activity.id);
    const phase = state.activities.get(activity.id)?.phase ?? 'waiting';
    const same = own.find((old) => old.activity.hash === activity.hash);
    const rounds = own.map((old) => old.round);
    const kept = same ?? freshActivity(activity, Math.max(0, ...rounds) + 1);
    now.set(activity.id, { ...kept, activity, phase });
    if (same !== undefined) past.delete(same);
  }
  state.activities.clear();
  for (const [id, activity] of now) state.activities.set(id, activity);
  state.superseded.length = 0;
  for (const old of past) if (old.answers.size > 0) state.superseded.push(old);
  state.position = samePlace(state.deck, deck, state.position);
  state.deck = deck;
}

/** The same slide in the new deck, wherever it moved; else the same place, as near as can be. */
function samePlace(before: Deck, after: Deck, at: Position): Position {
  const old = slideAt(before, at);
  const moved = after.slides.find((slide) => slide.hash === old?.hash);
  if (moved !== undefined) return { h: moved.h, v: moved.v, f: at.f };
  const place = slideAt(after, at) === undefined ? startOfSlide(after, slideIndex(before, at)) : at;
  const fragments = slideAt(after, place)?.fragments ?? 0;
  return { h: place.h, v: place.v, f: Math.min(at.f, fragments - 1) };
}
