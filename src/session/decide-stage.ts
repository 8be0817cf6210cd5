import type { Position } from '../deck/deck.ts';
import { slideAt } from '../deck/navigation.ts';
import { failure, success, type Result } from '../lib/result.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { Command } from './commands.ts';
import type { Fact } from './facts.ts';
import { isJoinCornerShown } from './join-corner.ts';
import { refusal, type Refusal } from './refusal.ts';
import type { SessionState } from './state.ts';

type StageCommand = Extract<
  Command,
  {
    type:
      | 'slide:show'
      | 'join:show'
      | 'stage:blank'
      | 'join-corner:show'
      | 'stage-mode:set'
      | 'follow:set';
  }
>;

/** The facts of a command that changes what is shown around questions, or its refusal. */
export function decideStage(
  state: SessionState,
  command: StageCommand,
): Result<readonly Fact[], Refusal> {
  switch (command.type) {
    case 'slide:show':
      return showSlide(state, command.position);
    case 'join:show':
      return success(showJoin(state, command.shown));
    case 'stage:blank':
      if (state.blanked === command.on) return success([]);
      return success([{ type: 'stage:blanked', on: command.on }]);
    case 'join-corner:show':
      if (isJoinCornerShown(state) === command.shown) return success([]);
      return success([{ type: 'join-corner:shown', shown: command.shown }]);
    case 'stage-mode:set':
      if (state.stageMode === command.mode) return success([]);
      return success([{ type: 'stage-mode:chosen', mode: command.mode }]);
    case 'follow:set':
      if (state.followed === command.on) return success([]);
      return success([{ type: 'follow:switched', on: command.on }]);
    default:
      return unreachable(command);
  }
}

/** A join screen that a blank stage hides is shown once more: that ends the blank. */
function showJoin({ joinShown, blanked }: SessionState, shown: boolean): Fact[] {
  const isVisible = joinShown && !blanked;
  return (shown ? isVisible : !joinShown) ? [] : [{ type: 'join:shown', shown }];
}

/** Arriving at a question opens it, unless its author keeps that for the console. */
function showSlide(state: SessionState, wanted: Position): Result<readonly Fact[], Refusal> {
  const slide = slideAt(state.deck, wanted);
  if (slide === undefined) return failure(refusal('unknown-slide'));
  const f = Math.max(-1, Math.min(wanted.f, slide.fragments - 1));
  const position = { h: slide.h, v: slide.v, f };
  const facts: Fact[] = [];
  if (state.joinShown || state.blanked || !samePosition(state.position, position)) {
    facts.push({ type: 'slide:shown', position });
  }
  const activityState = slide.activity === null ? undefined : state.activities.get(slide.activity);
  if (activityState?.phase === 'waiting' && activityState.activity.settings.open === 'auto') {
    facts.push({ type: 'activity:opened', activity: activityState.activity.id });
  }
  return success(facts);
}

function samePosition(a: Position, b: Position): boolean {
  return a.h === b.h && a.v === b.v && a.f === b.f;
}
