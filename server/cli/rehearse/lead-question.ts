import { activityType } from '../../../src/activities/registry.ts';
import type { Json } from '../../../src/lib/json.ts';
import { actionBeforeNext, type LeadingAction } from '../../../src/presenting/next-action.ts';
import type { ConsoleActivityView } from '../../../src/session/views.ts';
import type { Crowd } from './crowd.ts';
import type { Presenter } from './presenter.ts';
import { type Pacing, until } from './pacing.ts';

// The effect of a step is there with its acknowledgement, unless the connection broke meanwhile.
const TIMEOUT_MS = 10_000;

/** The parties of a rehearsal. */
export interface Participants {
  readonly presenter: Presenter;
  readonly crowd: Crowd;
  readonly pacing: Pacing;
}

/** Leads the room through the question on the slide; resolves with why that failed, or null. */
export async function leadQuestion(participants: Participants, id: string): Promise<string | null> {
  const { presenter, crowd, pacing } = participants;
  const waits = presenter.viewOf(id)?.phase === 'waiting';
  const opening = waits ? await presenter.send('activity:open', { activity: id }) : null;
  if (opening !== null) return opening;
  await crowd.answer(id, pacing.thinking);
  return (await giveControls(presenter, id)) ?? showResults(participants, id);
}

/** Gives the controls that the question's type has due, one after the other, as a presenter does. */
async function giveControls(presenter: Presenter, id: string): Promise<string | null> {
  const view = presenter.viewOf(id);
  for (const control of view === null ? [] : controlsDue(view)) {
    const failed = await presenter.send('activity:control', { activity: id, control });
    if (failed !== null) return failed;
  }
  return null;
}

/** The controls that a presenter has still to give, by what the console shows of the question. */
export function controlsDue({ type, ownTally }: ConsoleActivityView): readonly Json[] {
  return ownTally === null ? [] : (activityType(type).control?.due(ownTally) ?? []);
}

/** Shows how the room answered, and then what is right, where something is. */
async function showResults(
  { presenter, crowd, pacing }: Participants,
  id: string,
): Promise<string | null> {
  const next = (): LeadingAction | null => nextStep(presenter.viewOf(id));
  for (let what = next(); what !== null; what = next()) {
    const step = what;
    // One step after the other, each with a look at it.
    const failed = await presenter.send(`activity:${step}`, { activity: id });
    if (failed !== null) return failed;
    if (!(await until(() => next() !== step, TIMEOUT_MS))) {
      return `The console was not told that "${id}" is past "${step}".`;
    }
    await crowd.options.wait(pacing.looking);
  }
  return null;
}

function nextStep(view: ConsoleActivityView | null): LeadingAction | null {
  if (view === null) return null;
  return actionBeforeNext(view) ?? (view.hasCorrectAnswer || view.revealed ? null : 'reveal');
}
