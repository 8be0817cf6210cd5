import type { Audience } from '../activities/contract.ts';
import { activityType } from '../activities/registry.ts';
import type { Deck } from '../deck/deck.ts';
import { slideAt, slideIndex } from '../deck/walk.ts';
import type { Json } from '../lib/json.ts';
import type { ActivityState, SessionState } from './state.ts';
import type {
  ActivityView,
  AttendeeSnapshot,
  ConsoleDeck,
  ConsoleSnapshot,
  Hidden,
  OwnAnswer,
  OwnAnswers,
  StageActivityView,
  StageDeck,
  StageSnapshot,
} from './views.ts';

/** What every phone may know. Tallies of open questions are left to `roomView`. */
export function attendeeSnapshot(state: SessionState): AttendeeSnapshot {
  const slide = state.joinShown ? undefined : slideAt(state.deck, state.position);
  const asked = [...state.activities.values()];
  const here = asked.filter(
    ({ activity, phase }) => activity.id === slide?.activity && phase !== 'waiting',
  );
  const elsewhere = asked.filter((one) => one.phase === 'open' && !here.includes(one));
  return {
    code: state.code,
    title: state.deck.title,
    lang: state.deck.lang,
    ended: state.endedAt !== null,
    slide:
      slide === undefined
        ? null
        : {
            number: slideIndex(state.deck, state.position) + 1,
            of: state.deck.slides.length,
            title: slide.title,
          },
    here: here[0]?.activity.id ?? null,
    activities: [...here, ...elsewhere].map(phoneView),
  };
}

/** A question as every phone may see it: with its tally only once it takes no more answers. */
function phoneView(asked: ActivityState): ActivityView {
  if (asked.phase === 'closed') return roomView(asked);
  return view(asked, null, asked.revealed ? 'answer-first' : 'not-revealed');
}

/** One voter's recorded answers, as far as they still count. */
export function ownAnswers(state: SessionState, voter: string): OwnAnswers {
  const own: Record<string, OwnAnswer> = {};
  for (const [id, asked] of state.activities) {
    const given = asked.answers.get(voter);
    if (given === undefined) continue;
    own[id] = {
      hash: asked.activity.hash,
      round: asked.round,
      answer: given.answer,
      receipt: { activity: id, id: given.id, seq: given.seq, at: given.at },
    };
  }
  return own;
}

export function stageSnapshot(state: SessionState): StageSnapshot {
  return {
    ...talk(state),
    deck: state.deck.publicHash,
    activities: [...state.activities.values()].map(stageActivity),
  };
}

export function consoleSnapshot(state: SessionState): ConsoleSnapshot {
  const superseded: Record<string, number> = {};
  for (const { activity, answers } of state.superseded) {
    superseded[activity.id] = (superseded[activity.id] ?? 0) + answers.size;
  }
  return {
    ...talk(state),
    deck: state.deck.hash,
    activities: [...state.activities.values()].map(consoleActivity),
    talkStartedAt: state.talkStartedAt,
    superseded,
  };
}

export function stageActivity(asked: ActivityState): StageActivityView {
  return { ...roomView(asked), answered: asked.answers.size };
}

/** The presenter sees a tally before the room does, but never one of too few answers. */
export function consoleActivity(asked: ActivityState): StageActivityView {
  const tally = tallyFor(asked, 'presenter');
  const shown = view(asked, tally, tally === null ? 'too-few' : null);
  return { ...shown, answered: asked.answers.size };
}

export function stageDeck(deck: Deck): StageDeck {
  return {
    hash: deck.publicHash,
    slides: deck.slides.map(({ notes: _, ...slide }) => slide),
  };
}

export function consoleDeck(deck: Deck): ConsoleDeck {
  return { hash: deck.hash, slides: deck.slides };
}

function talk(state: SessionState): Omit<StageSnapshot, 'activities' | 'deck'> {
  return {
    code: state.code,
    title: state.deck.title,
    lang: state.deck.lang,
    ended: state.endedAt !== null,
    position: state.position,
    joinShown: state.joinShown,
  };
}

/** A question as the wall sees it, and those who have answered: with its tally, once revealed. */
export function roomView(asked: ActivityState): ActivityView {
  if (!asked.revealed) return view(asked, null, 'not-revealed');
  const tally = tallyFor(asked, 'room');
  return view(asked, tally, tally === null ? 'too-few' : null);
}

function tallyFor({ activity, tally }: ActivityState, audience: Audience): Json | null {
  const type = activityType(activity.type);
  return type.show(tally, activity.content, activity.conduct.hideBelow, audience);
}

function view(asked: ActivityState, tally: Json | null, hidden: Hidden | null): ActivityView {
  const { activity, phase, revealed, round } = asked;
  const { id, type, hash, question, conduct } = activity;
  const content = activityType(type).publicContent(activity.content);
  const { hideBelow } = conduct;
  return { id, type, hash, round, question, content, phase, revealed, tally, hidden, hideBelow };
}
