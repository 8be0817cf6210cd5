import { stageActivity } from '../../session/activity-views.ts';
import { isOfOneAttendee, type StoredFact } from '../../session/facts.ts';
import { stageChannels, stageDeck, stageSnapshot } from '../../session/project.ts';
import { askedAgain } from '../../session/shift-tally.ts';
import type { SessionState } from '../../session/state.ts';
import type { StageSnapshot } from '../../session/views.ts';
import type { MomentView } from './moment.ts';

/** The stage of a state, without the ways on and back: they are for those who move the slides. */
export function roomView(state: SessionState): MomentView {
  return detached({
    deck: stageDeck(state.deck),
    stage: { ...stageSnapshot(state), ways: [], back: null },
  });
}

/**
 * The same after these facts, which have led to the state. After answers alone, all but their questions is
 * as `before`: a hall answers more often than it is shown something else.
 */
export function roomViewAfter(
  before: MomentView,
  facts: readonly StoredFact[],
  state: SessionState,
): MomentView {
  if (facts.every(({ fact }) => isOfOneAttendee(fact))) {
    return { deck: before.deck, stage: withAnswers(before.stage, facts, state) };
  }
  const view = roomView(state);
  return view.deck.hash === before.deck.hash ? { ...view, deck: before.deck } : view;
}

function withAnswers(
  stage: StageSnapshot,
  facts: readonly StoredFact[],
  state: SessionState,
): StageSnapshot {
  const answered = new Set(
    facts.flatMap(({ fact }) =>
      'activity' in fact ? [fact.activity, ...askedAgain(state, fact.activity)] : [],
    ),
  );
  const activities = stage.activities.map((view) => {
    const activityState = answered.has(view.id) ? state.activities.get(view.id) : undefined;
    return activityState === undefined ? view : detached(stageActivity(activityState, state));
  });
  const isOfChannel = stage.channels.some(({ id }) => answered.has(id));
  const channels = isOfChannel ? detached(stageChannels(state)) : stage.channels;
  return { ...stage, activities, channels };
}

/** A copy that the state no longer changes. */
function detached<Value>(value: Value): Value {
  // Sound: a view is sent as JSON everywhere.
  return JSON.parse(JSON.stringify(value)) as Value;
}
