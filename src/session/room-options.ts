import { FEWEST_OPTIONS } from '../activities/fewest-options.ts';
import { awaitsOptions, withRoomOptions } from '../activities/room-options.ts';
import { activityType } from '../activities/registry.ts';
import { commonSpelling } from '../lib/spellings.ts';
import type { Fact } from './facts.ts';
import { freshActivity, type ActivityState, type SessionState } from './state.ts';

/**
 * The texts that the room would now be offered as options of a question; null where its author wrote
 * them.
 */
function optionsNow(state: SessionState, { activity }: ActivityState): string[] | null {
  if (activity.optionsFrom === undefined) return null;
  const asked = state.activities.get(activity.again ?? '')?.activity.optionsFrom?.taken ?? null;
  // Asked again, a question offers what it offered the first time.
  if (asked !== null) return [...asked.options];
  const { activity: id, top } = activity.optionsFrom;
  const source = state.activities.get(id);
  if (source === undefined) return [];
  const texts = activityType(source.activity.type).roomTexts?.(source.tally) ?? [];
  // The same text may be there twice, below two options that could be tapped with it.
  const distinct = new Map(texts.toReversed().map((text) => [commonSpelling(text), text]));
  return [...distinct.values()].toReversed().slice(0, top);
}

/** true for a question whose options the room has not written yet, or nobody has let through. */
export function lacksOptions(state: SessionState, activityState: ActivityState): boolean {
  if (!awaitsOptions(activityState.activity)) return false;
  return (optionsNow(state, activityState) ?? []).length < FEWEST_OPTIONS;
}

/**
 * The fact that takes the options of a question that nobody has answered, or whose answers are about to
 * be discarded (`anew`); none where they stay the same, or where too few could be taken.
 */
export function takeOptions(
  state: SessionState,
  activityState: ActivityState,
  { anew = false } = {},
): Fact[] {
  const { activity, answers, phase } = activityState;
  const options = optionsNow(state, activityState);
  if (options === null || options.length < FEWEST_OPTIONS) return [];
  if ((answers.size > 0 || phase === 'open') && !anew) return [];
  const before = activity.optionsFrom?.taken?.options.join('\n');
  if (before === options.join('\n')) return [];
  return [{ type: 'options:taken', activity: activity.id, options }];
}

/** Replaces a question, in place, by one with these options. Answers to other options are kept apart. */
export function evolveOptions(
  state: SessionState,
  before: ActivityState,
  options: readonly string[],
): void {
  const { id } = before.activity;
  const written = state.deck.activities.find((activity) => activity.id === id);
  const activity = withRoomOptions(written ?? before.activity, options);
  if (activity.hash === before.activity.hash) return;
  const { phase, closesAt, revealed, round, receipts } = before;
  if (before.answers.size > 0) state.superseded.push(before);
  const next = freshActivity(activity, receipts.size > 0 ? round + 1 : round);
  // With the receipts: a late copy of a discarded answer to these options is told from a new one.
  state.activities.set(id, { ...next, receipts, phase, closesAt, revealed });
}
