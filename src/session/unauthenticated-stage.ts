import type { Slide } from '../deck/deck.ts';
import { contentHash } from '../lib/content-hash.ts';
import { stageActivity } from './activity-views.ts';
import { deckLooks, roomBoard, stageChannels, stageSlide, sessionHead } from './project.ts';
import type { SessionState } from './state.ts';
import type { StageDeck, StageSlide, StageSnapshot } from './views.ts';

// Everybody who knows the code can open a stage. So a stage without the presenter's key gets only
// slides that the room has seen: a later one may hold the answer to a question.

/** The deck with every slide empty that was not shown yet. */
export function unauthenticatedDeck(state: SessionState): StageDeck {
  const slides = state.deck.slides.map((slide) =>
    state.shown.has(slide.hash) ? stageSlide(slide) : withheld(slide),
  );
  return { hash: hashOf(state), ...deckLooks(state.deck), slides };
}

/** The slides that were shown and are not `known`, for those who have the rest of the deck. */
export function unauthenticatedNews(state: SessionState, known: ReadonlySet<string>): StageDeck {
  const news = state.deck.slides.filter(({ hash }) => state.shown.has(hash) && !known.has(hash));
  return { hash: hashOf(state), slides: news.map(stageSlide) };
}

/** A question is known once its slide was shown, or it was opened. */
export function unauthenticatedSnapshot(state: SessionState): StageSnapshot {
  const shown = state.deck.slides.filter(({ hash }) => state.shown.has(hash));
  const shownActivities = new Set(shown.map(({ activity }) => activity));
  const known = [...state.activities.values()].filter(
    ({ activity, phase }) => phase !== 'waiting' || shownActivities.has(activity.id),
  );
  return {
    ...sessionHead(state),
    // It cannot move the slides, and the ways say how a tally came out that may not be revealed.
    ways: [],
    deck: hashOf(state),
    activities: known.map((one) => stageActivity(one, state)),
    channels: stageChannels(state),
    ...roomBoard(state),
  };
}

function withheld({ h, v }: Slide): StageSlide {
  return {
    ...{ h, v, title: '', hash: '', html: '', attributes: {} },
    ...{ fragments: 0, keep: false, activity: null },
  };
}

/**
 * A hash of the withheld deck. It includes the session's secret: the hash also covers slides that
 * were not sent, and could else confirm a guess of their content.
 */
function hashOf({ secret, deck, shown }: SessionState): string {
  return contentHash([secret, deck.publicHash, shown.size]);
}
