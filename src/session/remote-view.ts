import type { Deck } from '../deck/deck.ts';
import { stageActivity } from './activity-views.ts';
import { sessionHead } from './project.ts';
import type { ActivityState, SessionState } from './state.ts';
import { latestStep } from './step.ts';
import type { RemoteActivityView, RemoteDeckView, RemoteSnapshot } from './remote-views.ts';

// A remote is a phone on a hall's Wi-Fi: it is sent neither slides nor contents nor tallies.

export function remoteSnapshot(state: SessionState): RemoteSnapshot {
  return {
    ...sessionHead(state),
    deck: state.deck.hash,
    activities: [...state.activities.values()].map((one) => remoteActivity(one, state)),
    talkStartedAt: state.talkStartedAt,
    slideStartedAt: state.slideStartedAt,
    undo: latestStep(state),
    undone: state.undone,
  };
}

export function remoteActivity(
  activityState: ActivityState,
  session: SessionState,
): RemoteActivityView {
  const { id, question, phase, revealed, closesAt, ...view } = stageActivity(
    activityState,
    session,
  );
  const { hasCorrectAnswer, correctAnswer, answered, leads } = view;
  return {
    ...{ id, question, phase, revealed, closesAt, hasCorrectAnswer, correctAnswer, answered },
    ...(leads === undefined ? {} : { leads }),
  };
}

export function remoteDeck({ hash, slides }: Deck): RemoteDeckView {
  return {
    hash,
    slides: slides.map(({ h, v, title, notes, fragments, minutes, activity, id, go }) => ({
      ...{ h, v, title, notes, fragments, minutes, activity },
      ...(id === undefined ? {} : { id }),
      ...(go === undefined ? {} : { go }),
    })),
  };
}
