import type { Activity } from '../activities/contract.ts';
import type { Position } from '../deck/deck.ts';
import { startOfSlide } from '../deck/navigation.ts';
import { isOfOneAttendee, type Fact, type StoredFact } from './facts.ts';
import { closeActivity, evolveActivity } from './evolve-activity.ts';
import { evolveStage, noteShown } from './evolve-stage.ts';
import { evolvePlayers, isPlayerFact } from './players.ts';
import { revise } from './revise.ts';
import { freshActivity, freshChannel, type ActivityState, type SessionState } from './state.ts';
import { recountShifts } from './shift-tally.ts';
import { noScores } from './score-state.ts';
import { noteBoard, recountStandings } from './standings.ts';
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
    rehearsal: fact.rehearsal === true,
    name: '',
    startedAt: at,
    talkStartedAt: null,
    slideStartedAt: null,
    endedAt: null,
    afterEnd: null,
    seq,
    at,
    ...{ code: fact.code, secret: fact.secret, deck: fact.deck },
    position: startOfSlide(fact.deck, 0),
    ledFrom: new Map(),
    slidesShown: [],
    shown: new Set(),
    onTheSpot: new Set(),
    joinShown: true,
    blanked: false,
    isBeginning: true,
    joinCornerWanted: null,
    stageMode: 'deck',
    selfPaced: false,
    followed: true,
    reactionsOn: true,
    remoteGeneration: 0,
    steps: [],
    undone: null,
    activities: byId(fact.deck.activities, (activity) => freshActivity(activity, 1)),
    channels: byId(fact.deck.channels?.activities ?? [], freshChannel),
    shifts: new Map(),
    ...noScores(),
    superseded: [],
  };
  recountShifts(state);
  noteShown(state);
  return state;
}

function byId(
  activities: readonly Activity[],
  fresh: (activity: Activity) => ActivityState,
): Map<string, ActivityState> {
  return new Map(activities.map((activity) => [activity.id, fresh(activity)]));
}

/** The facts that change more than one answer, or the question of one. */
const changesAnswers: ReadonlySet<Fact['type']> = new Set([
  'deck:revised',
  'options:taken',
  'activity:reset',
  'step:undone',
]);

/** The facts that change the points of those who have answered. */
const changesPoints: ReadonlySet<Fact['type']> = new Set([
  'deck:revised',
  'activity:reset',
  'activity:answer-revealed',
  'activity:answer-hidden',
  'step:undone',
]);

/** Changes the state, in place, by one more fact. */
export function evolve(state: SessionState, stored: StoredFact): void {
  const { seq, at, fact } = stored;
  Object.assign(state, { seq, at });
  noteStep(state, stored);
  const { position } = state;
  change(state, stored);
  if (changesAnswers.has(fact.type)) recountShifts(state);
  if (changesPoints.has(fact.type)) recountStandings(state);
  if (!isOfOneAttendee(fact)) noteBoard(state, isNewSlide(state, position, fact));
}

/** true where a fact has brought the talk from another slide to the present one. */
function isNewSlide({ position: { h, v } }: SessionState, from: Position, fact: Fact): boolean {
  return fact.type === 'slide:shown' && (h !== from.h || v !== from.v);
}

function change(state: SessionState, { seq, at, fact }: StoredFact): void {
  if (isPlayerFact(fact)) return evolvePlayers(state, fact);
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
    case 'follow:switched':
    case 'reactions:switched':
      return flip(state, fact);
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

type Switched = Extract<
  Fact,
  { readonly type: 'self-paced:switched' | 'follow:switched' | 'reactions:switched' }
>;

function flip(state: SessionState, { type, on }: Switched): void {
  if (type === 'self-paced:switched') state.selfPaced = on;
  else if (type === 'follow:switched') state.followed = on;
  else state.reactionsOn = on;
}

/** Closes all questions and channels, and shows the closing slide. */
function end(state: SessionState, at: number): void {
  const all = [...state.activities.values(), ...state.channels.values()];
  const open = all.filter(({ phase }) => phase === 'open');
  const wereOpen = open.map(({ activity }) => activity.id);
  state.endedAt = at;
  state.afterEnd = { closingShown: true, cornerShown: false, wereOpen };
  state.blanked = false;
  state.remoteGeneration += 1;
  for (const activity of open) closeActivity(activity);
}
