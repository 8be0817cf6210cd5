import { activityType } from '../activities/registry.ts';
import { countAnswer } from './evolve-activity.ts';
import { revise } from './revise.ts';
import type { ActivityBefore, ActivityState, SessionState } from './state.ts';
import { takenStep } from './step.ts';
import { allReceipts, keepReceipt } from './receipts.ts';

/** Takes the latest step back, in place. Answers that were given since stay. */
export function undoStep(state: SessionState, number: number, at: number): void {
  const step = state.steps.at(-1);
  if (step?.number !== number) return;
  state.steps.pop();
  if (step.before.deck !== state.deck) revise(state, step.before.deck);
  Object.assign(state, step.before);
  for (const [id, before] of step.activities) restore(state, id, before, at);
  state.undone = takenStep(state, step);
}

function restore(
  { activities, channels, superseded }: SessionState,
  id: string,
  before: ActivityBefore,
  at: number,
): void {
  const all = channels.has(id) ? channels : activities;
  const now = all.get(id);
  if (now === undefined) return;
  const { controls, movesClock, left, status } = before;
  const back = beforeIt(before, now);
  if (back.activity !== now.activity && now.answers.size > 0 && !isSameQuestion(back, now)) {
    superseded.push(now);
  }
  all.set(id, back);
  const { control } = activityType(back.activity.type);
  for (const given of controls.toReversed()) control?.apply(back.tally, control.inverse(given));
  Object.assign(back, status);
  // A countdown goes on with the time that it had: the room could not use the time since.
  if (movesClock) back.closesAt = left === null ? null : at + left;
}

/** The question as it was before a step; with the options that the step has taken, once they are answered. */
function beforeIt({ discarded, otherOptions }: ActivityBefore, now: ActivityState): ActivityState {
  if (discarded !== null) return reunite(discarded, now);
  return otherOptions === null || now.answers.size > 0 ? now : reunite(otherOptions, now);
}

function isSameQuestion(one: ActivityState, other: ActivityState): boolean {
  return one.activity.hash === other.activity.hash;
}

/**
 * A question with the answers that a reset discarded and with those that were given since: of each
 * attendee the latest counts. It keeps its round, by which phones know what is typed in it now.
 */
function reunite(discarded: ActivityState, now: ActivityState): ActivityState {
  const { answers, receipts } = now;
  const isSame = isSameQuestion(discarded, now);
  const round = isSame ? now.round : now.round + 1;
  const back: ActivityState = { ...discarded, round, receipts: new Map() };
  for (const [attendee, receipt] of allReceipts(receipts)) {
    const counts = receipt.round >= discarded.round && (isSame || receipt.round < now.round);
    keepReceipt(back.receipts, attendee, counts ? { ...receipt, round } : receipt);
  }
  // The reset has taken other options: answers to those are not answers to these.
  if (!isSame) return back;
  for (const [attendee, given] of answers) countAnswer(back, attendee, given);
  return back;
}
