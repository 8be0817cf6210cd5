import { activityType } from '../activities/registry.ts';
import type { Fact, StepFact, StoredFact } from './facts.ts';
import {
  findActivity,
  type ActivityBefore,
  type ActivityState,
  type SessionState,
  type Step,
  type TakenStep,
} from './state.ts';

/** Steps that are kept: more would not be remembered by the one who took them. */
const MOST_STEPS = 20;
/** Texts that are approved with one press come as one control each, and are one step. */
const SAME_PRESS_MS = 300;

/** A step as screens are told of it. */
export function takenStep(state: SessionState, { did, number }: Step): TakenStep {
  if (did.type === 'deck:revised') return { type: did.type, step: number };
  const taken = { ...did, step: number };
  if (taken.type !== 'activity:controlled') return taken;
  const type = findActivity(state, taken.activity)?.activity.type;
  const control = type === undefined ? undefined : activityType(type).control;
  return control === undefined ? taken : { ...taken, label: control.label(taken.control) };
}

/** The step that can be undone now; null where there is none. */
export function latestStep(state: SessionState): TakenStep | null {
  const step = state.steps.at(-1);
  return step === undefined ? null : takenStep(state, step);
}

/** Notes the step of a fact, before that changes the state. */
export function noteStep(state: SessionState, { seq, at, fact }: StoredFact): void {
  if (isNeutral(fact, state)) return;
  state.undone = null;
  if (!('step' in fact) || fact.step === undefined) {
    forgetSteps(state, fact);
    return;
  }
  const last = state.steps.at(-1);
  const step = last !== undefined && isPartOf(last, at, fact) ? last : begin(state, seq, at, fact);
  if (saysMore(fact, step.did)) step.did = fact;
  step.at = at;
  if ('activity' in fact) noteActivity(state, step, at, fact);
  if (fact.type === 'session:ended') noteEnd(state, step, at);
}

const neutral: ReadonlySet<Fact['type']> = new Set([
  'answer:given',
  'session:named',
  'step:undone',
  'remotes:disconnected',
  'player:joined',
  'player:approved',
  'player:put-away',
]);

/** true for what neither is a step nor overtakes one. */
function isNeutral({ type }: Fact, { endedAt }: SessionState): boolean {
  // An undone end has reopened the session already.
  if (type === 'session:reopened') return endedAt === null;
  return neutral.has(type);
}

function isPartOf({ number, did, at }: Step, now: number, fact: StepFact): boolean {
  if (fact.step === number) return true;
  return (
    fact.type === 'activity:controlled' &&
    did.type === 'activity:controlled' &&
    fact.activity === did.activity &&
    Math.abs(now - at) < SAME_PRESS_MS
  );
}

function begin(state: SessionState, number: number, at: number, did: StepFact): Step {
  const { position, joinShown, blanked, isBeginning, talkStartedAt, slideStartedAt } = state;
  const { deck, ledFrom, joinCornerWanted, stageMode, selfPaced, followed, reactionsOn, endedAt } =
    state;
  const place = { deck, position, ledFrom, joinShown, blanked, isBeginning };
  const since = { talkStartedAt, slideStartedAt };
  const afterEnd = state.afterEnd === null ? null : { ...state.afterEnd };
  const settings = { joinCornerWanted, stageMode, selfPaced, followed, reactionsOn };
  const before = { ...place, ...since, ...settings, endedAt, afterEnd, boards: state.boards };
  const step: Step = { number, did, at, before, activities: new Map() };
  state.steps.push(step);
  if (state.steps.length > MOST_STEPS) state.steps.shift();
  return step;
}

/** true for the fact that a step is named by, where others of the same step come before it. */
function saysMore({ type }: StepFact, did: StepFact): boolean {
  if (did.type === 'slide:shown') return false;
  if (type === 'activity:answer-revealed' || type === 'activity:controlled') return true;
  const isPreparation = did.type === 'activity:hidden' || did.type === 'options:taken';
  return type === 'activity:opened' && isPreparation;
}

type OnActivity = Extract<StepFact, { readonly activity: string }>;

function noteActivity(state: SessionState, step: Step, at: number, fact: OnActivity): void {
  const activityState = findActivity(state, fact.activity);
  if (activityState === undefined) return;
  const before = step.activities.get(fact.activity) ?? beforeStep(activityState, at);
  step.activities.set(fact.activity, before);
  if (fact.type === 'activity:opened' || fact.type === 'activity:closed') before.movesClock = true;
  if (fact.type === 'activity:controlled') before.controls.push(fact.control);
  if (fact.type === 'options:taken') before.otherOptions = activityState;
  if (fact.type !== 'activity:reset') return;
  before.movesClock = true;
  before.discarded = activityState;
}

/** Notes the questions and channels that the end closes. */
function noteEnd({ activities, channels }: SessionState, step: Step, at: number): void {
  for (const [id, activityState] of [...activities, ...channels]) {
    if (activityState.phase !== 'open') continue;
    step.activities.set(id, { ...beforeStep(activityState, at), movesClock: true });
  }
}

function beforeStep(activityState: ActivityState, at: number): ActivityBefore {
  const { phase, revealed, answerRevealed, closesAt } = activityState;
  return {
    status: { phase, revealed, answerRevealed },
    left: closesAt === null ? null : Math.max(0, closesAt - at),
    movesClock: false,
    discarded: null,
    otherOptions: null,
    controls: [],
  };
}

/**
 * Forgets steps that something else than a step has overtaken: with the end of a countdown those of
 * its question and all before, with another deck every one.
 */
function forgetSteps({ steps }: SessionState, fact: Fact): void {
  const overtaken =
    'activity' in fact
      ? steps.findLastIndex(({ activities }) => activities.has(fact.activity)) + 1
      : steps.length;
  steps.splice(0, overtaken);
}
