import { slideAt, slideIndex, startOfSlide } from '../deck/navigation.ts';
import type { Deck, Position } from '../deck/deck.ts';
import type { StoredFact } from './facts.ts';
import { closeActivity, evolveActivity } from './evolve-activity.ts';
import { evolveStage, noteShown } from './evolve-stage.ts';
import { freshActivity, type ActivityState, type SessionState } from './state.ts';
import { noteStep } from './step.ts';
import { undoStep } from './undo-step.ts';

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
  const state: SessionState = {
    code: fact.code,
    secret: fact.secret,
    rehearsal: fact.rehearsal === true,
    name: '',
    startedAt: at,
    talkStartedAt: null,
    slideStartedAt: null,
    endedAt: null,
    afterEnd: null,
    seq,
    at,
    deck: fact.deck,
    position: startOfSlide(fact.deck, 0),
    shown: new Set(),
    joinShown: true,
    blanked: false,
    isBeginning: true,
    joinCornerWanted: null,
    stageMode: 'deck',
    selfPaced: false,
    followed: true,
    remoteGeneration: 0,
    steps: [],
    undone: null,
    activities: new Map(
      fact.deck.activities.map((activity) => [activity.id, freshActivity(activity, 1)]),
    ),
    superseded: [],
  };
  noteShown(state);
  return state;
}

/** Changes the state, in place, by one more fact. */
export function evolve(state: SessionState, stored: StoredFact): void {
  const { seq, at, fact } = stored;
  Object.assign(state, { seq, at });
  noteStep(state, stored);
  switch (fact.type) {
    case 'session:started':
      throw new Error('A session starts only once');
    case 'session:named':
      state.name = fact.name;
      return;
    case 'session:ended':
      return end(state, at);
    case 'session:reopened':
      Object.assign(state, { endedAt: null, afterEnd: null });
      return;
    case 'deck:revised':
      return revise(state, fact.deck);
    case 'slide:shown':
    case 'join:shown':
    case 'closing:shown':
    case 'stage:blanked':
    case 'join-corner:shown':
    case 'stage-mode:chosen':
      return evolveStage(state, fact, at);
    case 'self-paced:switched':
      state.selfPaced = fact.on;
      return;
    case 'follow:switched':
      state.followed = fact.on;
      return;
    case 'remotes:disconnected':
      state.remoteGeneration += 1;
      return;
    case 'step:undone':
      undoStep(state, fact.undoes, at);
      return;
    default:
      evolveActivity(state, fact, seq, at);
  }
}

/** Closes all questions, and shows the closing slide. */
function end(state: SessionState, at: number): void {
  const open = [...state.activities.values()].filter(({ phase }) => phase === 'open');
  const wereOpen = open.map(({ activity }) => activity.id);
  state.endedAt = at;
  state.afterEnd = { closingShown: true, cornerShown: false, wereOpen };
  state.blanked = false;
  state.remoteGeneration += 1;
  for (const activity of open) closeActivity(activity);
}

/**
 * Questions that still read the same keep their answers, and so does one that is worded again as
 * it once was; answers to any other wording are kept apart.
 */
function revise(state: SessionState, deck: Deck): void {
  const past = new Set([...state.activities.values(), ...state.superseded]);
  const now = new Map<string, ActivityState>();
  for (const activity of deck.activities) {
    const own = [...past].filter((old) => old.activity.id === activity.id);
    const same = own.find((old) => old.activity.hash === activity.hash);
    const { phase, closesAt } = state.activities.get(activity.id) ?? returning(same);
    const rounds = own.map((old) => old.round);
    const kept = same ?? freshActivity(activity, Math.max(0, ...rounds) + 1);
    // Worded again as it was when its answer was shown: nobody may answer it knowing that.
    const status = kept.answerRevealed
      ? { phase: 'closed' as const, closesAt: null }
      : { phase, closesAt };
    now.set(activity.id, { ...kept, activity, ...status });
    if (same !== undefined) past.delete(same);
  }
  state.activities.clear();
  for (const [id, activity] of now) state.activities.set(id, activity);
  state.superseded.length = 0;
  for (const old of past) if (hasHistory(old)) state.superseded.push(old);
  state.position = samePlace(state.deck, deck, state.position);
  state.deck = deck;
  noteShown(state);
}

/** The phase of a question that comes back to the deck: a closed one does not open by itself. */
function returning(same: ActivityState | undefined): Pick<ActivityState, 'phase' | 'closesAt'> {
  return { phase: same?.phase === 'closed' ? 'closed' : 'waiting', closesAt: null };
}

/** true for a question that has to be recognised if it comes back to the deck. */
function hasHistory({ answers, ids, phase, answerRevealed }: ActivityState): boolean {
  // Those of a question that was reset are told from new answers by their ids.
  return answers.size > 0 || ids.size > 0 || phase === 'closed' || answerRevealed;
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
