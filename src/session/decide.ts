import { activityType } from '../activities/registry.ts';
import { awaitsOptions } from '../activities/room-options.ts';
import { insertSlide, type AskedSlide } from '../deck/asked-slide.ts';
import type { Deck } from '../deck/deck.ts';
import { slideAt } from '../deck/navigation.ts';
import type { Json } from '../lib/json.ts';
import { failure, success, type Result } from '../lib/result.ts';
import { unreachable } from '../lib/unreachable.ts';
import { isTakenAfterEnd, reopen } from './after-end.ts';
import type { AnswerCommand, Command } from './commands.ts';
import { decideStage } from './decide-stage.ts';
import { decideUndo, factsOfStep } from './decide-undo.ts';
import type { Decision } from './decision.ts';
import type { Fact } from './facts.ts';
import { decidePlayer, isPlayerCommand } from './players.ts';
import { refusal } from './refusal.ts';
import { newVersion } from './revise.ts';
import { lacksOptions, takeOptions } from './room-options.ts';
import {
  findActivity,
  askedIds,
  hasCorrectAnswer,
  type ActivityState,
  type SessionState,
} from './state.ts';
import { receiptOf } from './receipts.ts';

/**
 * Turns a command into its facts (none where it changes nothing), or refuses it. Does not change the
 * state.
 */
export function decide(state: SessionState, command: Command): Decision {
  const decision = decideFacts(state, command);
  return decision.ok ? success(factsOfStep(state, command, decision.value)) : decision;
}

function decideFacts(state: SessionState, command: Command): Decision {
  if (state.endedAt !== null && !isTakenAfterEnd(command)) return refuseAfterEnd(state, command);
  if (isPlayerCommand(command)) return decidePlayer(state, command);
  switch (command.type) {
    case 'answer:give':
      return giveAnswer(state, command);
    case 'slide:show':
    case 'join:show':
    case 'closing:show':
    case 'stage:blank':
    case 'join-corner:show':
    case 'stage-mode:set':
      return decideStage(state, command);
    case 'follow:set':
    case 'reactions:set':
      return flip(state, command);
    case 'deck:revise':
      return reviseDeck(state, command.deck);
    case 'question:ask':
      return askQuestion(state, command);
    case 'countdown:end':
      return endCountdown(state, command);
    case 'self-paced:set':
      return switchSelfPaced(state, command.on);
    case 'activity:control':
      return controlActivity(state, command);
    case 'remotes:disconnect':
      return success([{ type: 'remotes:disconnected' }]);
    case 'step:undo':
      return decideUndo(state, command);
    case 'session:name':
      return nameSession(state, command.name);
    case 'session:end':
      return success([{ type: 'session:ended' }]);
    case 'session:reopen':
      return reopen(state, command.at);
    default:
      return changePhase(state, command.type, command.activity);
  }
}

/** Acknowledges copies of recorded answers, and refuses all else. */
function refuseAfterEnd(state: SessionState, command: Command): Decision {
  if (command.type === 'session:end') return success([]);
  return command.type === 'answer:give' && isCopy(state, command)
    ? success([])
    : failure(refusal('session-ended'));
}

function isCopy(state: SessionState, { activity, attendee, id }: AnswerCommand): boolean {
  const answered = findActivity(state, activity);
  return answered !== undefined && receiptOf(answered.receipts, attendee, id) !== undefined;
}

function nameSession(state: SessionState, name: string): Decision {
  return success(state.name === name ? [] : [{ type: 'session:named', name }]);
}

function giveAnswer(state: SessionState, command: AnswerCommand): Decision {
  const activityState = findActivity(state, command.activity);
  if (activityState === undefined) return failure(refusal('unknown-activity'));
  const recorded = receiptOf(activityState.receipts, command.attendee, command.id);
  if (recorded !== undefined) {
    return recorded.round === activityState.round ? success([]) : failure(refusal('reset'));
  }
  if (command.hash !== null && command.hash !== activityState.activity.hash) {
    return failure(refusal('reworded'));
  }
  if (command.round !== null && command.round !== activityState.round)
    return failure(refusal('reset'));
  if (activityState.phase !== 'open') return failure(refusal('not-open'));
  const checked = checkAnswer(activityState, command);
  if (!checked.ok) return failure({ name: 'unfitting-answer', message: checked.error });
  const { activity, attendee, id, after } = command;
  const isTimed = after !== undefined && state.deck.score?.speed === true;
  const { hash } = activityState.activity;
  const { round } = activityState;
  const given = { activity, hash, round, attendee, id, answer: checked.value };
  return success([{ type: 'answer:given', ...given, ...(isTimed ? { after } : {}) }]);
}

function checkAnswer(
  { activity, tally, answers }: ActivityState,
  { attendee, answer }: AnswerCommand,
): Result<Json, string> {
  const type = activityType(activity.type);
  const checked = type.check(activity.content, answer);
  if (!checked.ok || type.object === undefined) return checked;
  const objection = type.object(tally, checked.value, answers.get(attendee)?.answer ?? null);
  return objection === null ? checked : failure(objection);
}

type Flip = Extract<Command, { readonly type: 'follow:set' | 'reactions:set' }>;

function flip({ followed, reactionsOn }: SessionState, { type, on }: Flip): Decision {
  const isFollow = type === 'follow:set';
  if (on === (isFollow ? followed : reactionsOn)) return success([]);
  return success([{ type: isFollow ? 'follow:switched' : 'reactions:switched', on }]);
}

type PhaseCommand = Exclude<Extract<Command['type'], `activity:${string}`>, 'activity:control'>;

function changePhase(state: SessionState, type: PhaseCommand, activity: string): Decision {
  const channel = state.channels.get(activity);
  if (channel !== undefined) return switchChannel(channel, type);
  const activityState = state.activities.get(activity);
  if (activityState === undefined) return failure(refusal('unknown-activity'));
  switch (type) {
    case 'activity:open':
      return openQuestion(state, activityState);
    case 'activity:close':
      return success(activityState.phase === 'open' ? close(activityState) : []);
    case 'activity:reveal':
      return success(activityState.revealed ? [] : [{ type: 'activity:revealed', activity }]);
    case 'activity:hide':
      return success(activityState.revealed ? [{ type: 'activity:hidden', activity }] : []);
    case 'activity:reveal-answer':
      return revealAnswer(activityState);
    case 'activity:hide-answer':
      return success(
        activityState.answerRevealed ? [{ type: 'activity:answer-hidden', activity }] : [],
      );
    case 'activity:reset':
      return success(reset(state, activityState));
    default:
      return unreachable(type);
  }
}

/** Opens or closes a channel; nothing else of a question can happen to it. */
function switchChannel({ phase, activity: { id } }: ActivityState, type: PhaseCommand): Decision {
  if (type === 'activity:open') {
    return success(phase === 'open' ? [] : [{ type: 'activity:opened', activity: id }]);
  }
  if (type !== 'activity:close') return failure(refusal('channel'));
  return success(phase === 'open' ? [{ type: 'activity:closed', activity: id }] : []);
}

/** Closes the question, unless its countdown has been replaced since. */
function endCountdown(
  state: SessionState,
  { activity, closesAt }: Extract<Command, { type: 'countdown:end' }>,
): Decision {
  const activityState = state.activities.get(activity);
  return success(activityState?.closesAt === closesAt ? close(activityState) : []);
}

/**
 * Closing reveals the tally of a question with a correct answer: nobody can follow it any more. With
 * no answers there is none, and a question closed by accident must not show the next ones live.
 */
function close(activityState: ActivityState): Fact[] {
  const activity = activityState.activity.id;
  const closed: Fact = { type: 'activity:closed', activity };
  const { revealed, answers } = activityState;
  if (revealed || answers.size === 0 || !hasCorrectAnswer(activityState)) return [closed];
  return [closed, { type: 'activity:revealed', activity }];
}

/** Opens the question. The tally that its close revealed is hidden again: answers could follow it. */
function openQuestion(state: SessionState, activityState: ActivityState): Decision {
  const { phase, revealed, answerRevealed } = activityState;
  const { id: activity, settings } = activityState.activity;
  if (answerRevealed) return failure(refusal('answer-revealed'));
  if (phase === 'open') return success([]);
  if (lacksOptions(state, activityState)) return failure(refusal('no-options'));
  const isGuessable = revealed && hasCorrectAnswer(activityState) && settings.results !== 'live';
  const hidden: Fact[] = isGuessable ? [{ type: 'activity:hidden', activity }] : [];
  const taken = takeOptions(state, activityState);
  return success([...hidden, ...taken, { type: 'activity:opened', activity }]);
}

/** The facts that open a question of opinion. */
function opening(state: SessionState, activityState: ActivityState): Fact[] {
  const { id: activity } = activityState.activity;
  return [...takeOptions(state, activityState), { type: 'activity:opened', activity }];
}

/** Asks a question anew: a closed one takes answers again, since nobody could give any. */
function reset(state: SessionState, activityState: ActivityState): Fact[] {
  const { activity, phase } = activityState;
  const { id } = activity;
  const taken = phase === 'waiting' ? [] : takeOptions(state, activityState, { anew: true });
  const facts: Fact[] = [{ type: 'activity:reset', activity: id }, ...taken];
  if (phase === 'closed') facts.push({ type: 'activity:opened', activity: id });
  return facts;
}

/**
 * Closes the question and reveals its tally first: nobody may answer once they know. A tally without
 * answers stays as it was, as at the close: this may be taken back, and the next must not be live.
 */
function revealAnswer(activityState: ActivityState): Decision {
  if (!hasCorrectAnswer(activityState)) return failure(refusal('no-correct-answer'));
  if (activityState.answerRevealed) return success([]);
  const activity = activityState.activity.id;
  const { phase, revealed, answers } = activityState;
  const facts: Fact[] = [];
  // Closed as well where it was never opened: arriving at its slide must not open it then.
  if (phase !== 'closed') facts.push({ type: 'activity:closed', activity });
  if (!revealed && answers.size > 0) facts.push({ type: 'activity:revealed', activity });
  return success([...facts, { type: 'activity:answer-revealed', activity }]);
}

/** The activity's own type says what a control does, and refuses what does not fit. */
function controlActivity(
  state: SessionState,
  { activity, control }: Extract<Command, { type: 'activity:control' }>,
): Decision {
  const activityState = findActivity(state, activity);
  if (activityState === undefined) return failure(refusal('unknown-activity'));
  const { control: controls } = activityType(activityState.activity.type);
  if (controls === undefined) return failure(refusal('no-control'));
  const checked = controls.check(activityState.tally, control);
  if (!checked.ok) return failure({ name: 'unfitting-control', message: checked.error });
  if (checked.value === null) return success([]);
  return success([{ type: 'activity:controlled', activity, control: checked.value }]);
}

/** In self-paced mode, questions that are new in the deck open at once, as all others have. */
function reviseDeck(state: SessionState, revised: Deck): Decision {
  const deck = newVersion(state, revised);
  if (deck === null) return success([]);
  const news = deck.activities.filter(({ id }) => state.selfPaced && !state.activities.has(id));
  const open = news.filter(
    (activity) => !hasCorrectAnswer({ activity }) && !awaitsOptions(activity),
  );
  return success([
    { type: 'deck:revised', deck },
    ...open.map(({ id }): Fact => ({ type: 'activity:opened', activity: id })),
  ]);
}

/** Shows a new slide behind the present one, and opens its question. */
function askQuestion(state: SessionState, asked: AskedSlide): Decision {
  const activity = asked.activity.id;
  if (askedIds(state).has(activity)) return failure(refusal('id-taken'));
  const { deck, position } = insertSlide(state.deck, state.position, asked);
  return success([
    { type: 'deck:revised', deck },
    { type: 'slide:shown', position },
    { type: 'activity:opened', activity },
  ]);
}

/**
 * Self-paced mode opens every question without a correct answer; the room answers the others
 * together. Switched off, only the question on the slide stays open.
 */
function switchSelfPaced(state: SessionState, on: boolean): Decision {
  if (state.selfPaced === on) return success([]);
  const here = slideAt(state.deck, state.position)?.activity;
  const facts = [...state.activities.values()].flatMap((activityState): Fact[] => {
    const activity = activityState.activity.id;
    if (hasCorrectAnswer(activityState)) return [];
    // One whose countdown runs is opened once more, to stay open without it.
    const staysOpen = activityState.phase === 'open' && activityState.closesAt === null;
    if (on)
      return staysOpen || lacksOptions(state, activityState) ? [] : opening(state, activityState);
    const stays = activityState.phase !== 'open' || activity === here;
    return stays ? [] : [{ type: 'activity:closed', activity }];
  });
  return success([{ type: 'self-paced:switched', on }, ...facts]);
}
