import type { Position } from '../deck/deck.ts';
import { slideAt } from '../deck/navigation.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { Fact } from './facts.ts';
import { isAnsweredElsewhere } from './join-corner.ts';
import type { SessionState } from './state.ts';
import { noteWay } from './ways.ts';

type StageFact = Extract<
  Fact,
  {
    type:
      | 'slide:shown'
      | 'join:shown'
      | 'closing:shown'
      | 'stage:blanked'
      | 'join-corner:shown'
      | 'stage-mode:chosen';
  }
>;

/** Changes the state, in place, by one more fact about what the stage shows. `at` is when it happened. */
export function evolveStage(state: SessionState, fact: StageFact, at: number): void {
  switch (fact.type) {
    case 'slide:shown':
      arrive(state, fact.position, at);
      return;
    case 'join:shown':
      state.joinShown = fact.shown;
      if (fact.shown) state.blanked = false;
      return;
    case 'closing:shown':
      showClosing(state);
      return;
    case 'stage:blanked':
      state.blanked = fact.on;
      return;
    case 'join-corner:shown':
      if (state.afterEnd === null) state.joinCornerWanted = fact.shown;
      else state.afterEnd.cornerShown = fact.shown;
      return;
    case 'stage-mode:chosen':
      state.stageMode = fact.mode;
      return;
    default:
      unreachable(fact);
  }
}

function showClosing(state: SessionState): void {
  if (state.afterEnd !== null) state.afterEnd.closingShown = true;
  state.blanked = false;
}

/** Moves the talk to a position, and shows its slide. */
function arrive(state: SessionState, position: Position, at: number): void {
  if (!isSameSlide(state.position, position)) {
    state.slideStartedAt = at;
    noteWay(state, position);
  }
  state.position = position;
  noteShown(state);
  noteMove(state, at);
  state.joinShown = false;
  state.blanked = false;
  if (state.afterEnd !== null) state.afterEnd.closingShown = false;
  state.isBeginning &&= !isAnsweredElsewhere(state);
  state.talkStartedAt ??= at;
  state.slideStartedAt ??= at;
}

/** More slides than a presenter shows in the minutes over which the console draws the pace. */
const MOST_MOVES = 60;

function noteMove({ position: { h, v }, slidesShown }: SessionState, at: number): void {
  const last = slidesShown.at(-1);
  if (last?.h === h && last.v === v) return;
  slidesShown.push({ h, v, at });
  if (slidesShown.length > MOST_MOVES) slidesShown.shift();
}

function isSameSlide(a: Position, b: Position): boolean {
  return a.h === b.h && a.v === b.v;
}

/** Adds the current slide to those shown. After a deck edit its hash is a new one. */
export function noteShown({ deck, position, shown }: SessionState): void {
  const slide = slideAt(deck, position);
  if (slide !== undefined) shown.add(slide.hash);
}
