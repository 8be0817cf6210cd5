import { slideAt } from '../deck/navigation.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { Fact } from './facts.ts';
import { isAnsweredElsewhere } from './join-corner.ts';
import type { SessionState } from './state.ts';

type StageFact = Extract<
  Fact,
  { type: 'slide:shown' | 'join:shown' | 'stage:blanked' | 'join-corner:shown' }
>;

/** Changes the state, in place, by a fact about what the stage shows around questions. */
export function evolveStage(state: SessionState, fact: StageFact, at: number): void {
  switch (fact.type) {
    case 'slide:shown':
      state.position = fact.position;
      arrive(state, at);
      return;
    case 'join:shown':
      state.joinShown = fact.shown;
      if (fact.shown) state.blanked = false;
      return;
    case 'stage:blanked':
      state.blanked = fact.on;
      return;
    case 'join-corner:shown':
      state.joinCornerWanted = fact.shown;
      return;
    default:
      unreachable(fact);
  }
}

/** Shows the slide at which the talk is now. */
function arrive(state: SessionState, at: number): void {
  noteShown(state);
  state.joinShown = false;
  state.blanked = false;
  state.isBeginning &&= !isAnsweredElsewhere(state);
  state.talkStartedAt ??= at;
}

/** Adds the current slide to those shown. After a deck edit its hash is a new one. */
export function noteShown({ deck, position, shown }: SessionState): void {
  const slide = slideAt(deck, position);
  if (slide !== undefined) shown.add(slide.hash);
}
