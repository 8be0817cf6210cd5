import { activityType } from '../activities/registry.ts';
import type { Position } from '../deck/deck.ts';
import { slideAt } from '../deck/navigation.ts';
import { failure, success } from '../lib/result.ts';
import { unreachable } from '../lib/unreachable.ts';
import type { Command } from './commands.ts';
import type { Decision } from './decision.ts';
import type { Fact } from './facts.ts';
import { isJoinCornerShown } from './join-corner.ts';
import { refusal } from './refusal.ts';
import { lacksOptions, takeOptions } from './room-options.ts';
import type { SessionState } from './state.ts';

type StageCommand = Extract<
  Command,
  {
    type:
      | 'slide:show'
      | 'join:show'
      | 'closing:show'
      | 'stage:blank'
      | 'join-corner:show'
      | 'stage-mode:set';
  }
>;

/** Decides what the stage shows, while the session goes on and after its end. */
export function decideStage(state: SessionState, command: StageCommand): Decision {
  switch (command.type) {
    case 'slide:show':
      return showSlide(state, command.position);
    case 'join:show':
      return showJoin(state, command.shown);
    case 'closing:show':
      return showClosing(state);
    case 'stage:blank':
      if (state.blanked === command.on) return success([]);
      return success([{ type: 'stage:blanked', on: command.on }]);
    case 'join-corner:show':
      if (isJoinCornerShown(state) === command.shown) return success([]);
      return success([{ type: 'join-corner:shown', shown: command.shown }]);
    case 'stage-mode:set':
      if (state.stageMode === command.mode) return success([]);
      return success([{ type: 'stage-mode:chosen', mode: command.mode }]);
    default:
      return unreachable(command);
  }
}

/** A join screen that a blank stage hides is shown once more: that ends the blank. */
function showJoin({ joinShown, blanked }: SessionState, shown: boolean): Decision {
  const isVisible = joinShown && !blanked;
  return success((shown ? isVisible : !joinShown) ? [] : [{ type: 'join:shown', shown }]);
}

/** A closing slide that a blank stage hides is shown once more: that ends the blank. */
function showClosing({ afterEnd, blanked }: SessionState): Decision {
  if (afterEnd === null) return failure(refusal('not-ended'));
  return success(afterEnd.closingShown && !blanked ? [] : [{ type: 'closing:shown' }]);
}

/** Arriving at a question opens it, unless its author keeps that for the console or all is over. */
function showSlide(state: SessionState, wanted: Position): Decision {
  const slide = slideAt(state.deck, wanted);
  if (slide === undefined) return failure(refusal('unknown-slide'));
  const f = Math.max(-1, Math.min(wanted.f, slide.fragments - 1));
  const position = { h: slide.h, v: slide.v, f };
  const facts: Fact[] = [];
  const { joinShown, blanked, afterEnd } = state;
  const isCovered = joinShown || blanked || afterEnd?.closingShown === true;
  if (isCovered || !samePosition(state.position, position)) {
    facts.push({ type: 'slide:shown', position });
  }
  if (state.position.h !== position.h || state.position.v !== position.v) {
    facts.push(...leaveChannels(state));
  }
  if (afterEnd !== null) return success(facts);
  const activityState = slide.activity === null ? undefined : state.activities.get(slide.activity);
  if (activityState?.phase !== 'waiting' || lacksOptions(state, activityState)) {
    return success(facts);
  }
  if (activityState.activity.settings.open === 'auto') {
    facts.push(...takeOptions(state, activityState));
    facts.push({ type: 'activity:opened', activity: activityState.activity.id });
  }
  return success(facts);
}

/** Ends what channels show over the slide, which belongs to that. */
function leaveChannels({ channels }: SessionState): Fact[] {
  return [...channels].flatMap(([id, { activity, tally }]): Fact[] => {
    const control = activityType(activity.type).channel?.leave?.(tally) ?? null;
    return control === null ? [] : [{ type: 'activity:controlled', activity: id, control }];
  });
}

function samePosition(a: Position, b: Position): boolean {
  return a.h === b.h && a.v === b.v && a.f === b.f;
}
