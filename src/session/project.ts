import type { Audience } from '../activities/contract.ts';
import { activityType } from '../activities/registry.ts';
import type { Deck, Slide } from '../deck/deck.ts';
import { slideAt, slideIndex } from '../deck/navigation.ts';
import type { Json } from '../lib/json.ts';
import { answeredBefore, type ActivityState, type SessionState } from './state.ts';
import type {
  ActivityView,
  AttendeeSnapshot,
  ConsoleActivityView,
  ConsoleDeck,
  ConsoleSnapshot,
  Hidden,
  OwnAnswer,
  OwnAnswers,
  StageActivityView,
  StageDeck,
  StageSlide,
  StageSnapshot,
  TakeHome,
  TakeHomeQuestion,
  TallyView,
} from './views.ts';

/** What every phone may know. Tallies of open questions are left to `roomView`. */
export function attendeeSnapshot(state: SessionState): AttendeeSnapshot {
  const slide = state.joinShown ? undefined : slideAt(state.deck, state.position);
  const activityState = [...state.activities.values()];
  const here = activityState.filter(
    ({ activity, phase }) => activity.id === slide?.activity && phase !== 'waiting',
  );
  const elsewhere = activityState.filter((one) => one.phase === 'open' && !here.includes(one));
  return {
    code: state.code,
    title: state.deck.title,
    lang: state.deck.lang,
    ended: state.endedAt !== null,
    selfPaced: state.selfPaced,
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
function phoneView(activityState: ActivityState): ActivityView {
  if (activityState.phase === 'closed') return roomView(activityState);
  return view(activityState, null, activityState.revealed ? 'answer-first' : 'not-revealed');
}

/** One attendee's recorded answers, as far as they still count. */
export function ownAnswers(state: SessionState, attendee: string): OwnAnswers {
  const own: Record<string, OwnAnswer> = {};
  for (const [id, activityState] of state.activities) {
    const given = activityState.answers.get(attendee);
    if (given === undefined) continue;
    own[id] = {
      hash: activityState.activity.hash,
      round: activityState.round,
      answer: given.answer,
      receipt: { activity: id, id: given.id, seq: given.seq, at: given.at },
    };
  }
  return own;
}

/** What one attendee may keep: their answers, what the room said, what is right, the sources. */
export function takeHome(state: SessionState, attendee: string): TakeHome {
  const activityState = [...state.activities.values()].filter(
    ({ phase, answers }) => phase !== 'waiting' || answers.has(attendee),
  );
  const kept = state.deck.slides.filter(({ keep }) => keep);
  return {
    title: state.deck.title,
    lang: state.deck.lang,
    startedAt: state.startedAt,
    questions: activityState.map((one) => takeHomeQuestion(one, attendee)),
    pages: kept.map(({ title, html }) => ({ title, html })),
  };
}

function takeHomeQuestion(activityState: ActivityState, attendee: string): TakeHomeQuestion {
  const given = activityState.answers.get(attendee);
  if (given === undefined) {
    const nothing = { answer: null, items: [], judged: false, right: null, nextSteps: [] };
    return { activity: phoneView(activityState), ...nothing };
  }
  const { activity, answerRevealed } = activityState;
  const { content } = activity;
  const type = activityType(activity.type);
  const right = type.isCorrect(content, given.answer);
  return {
    activity: roomView(activityState),
    answer: given.answer,
    items: type.report(content, given.answer),
    judged: right !== null,
    right: answerRevealed ? right : null,
    nextSteps: type.nextSteps?.(content, given.answer) ?? [],
  };
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
  for (const { activity, answers } of answeredBefore(state)) {
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

export function stageActivity(activityState: ActivityState): StageActivityView {
  return { ...roomView(activityState), answered: activityState.answers.size };
}

/** The presenter sees a tally before the room does, but never one of too few answers. */
export function consoleActivity(activityState: ActivityState): ConsoleActivityView {
  const { tally, hidden } = tallyFor(activityState, 'presenter');
  const seen = { ...stageActivity(activityState), ownTally: tally };
  return hidden === 'fault' ? { ...seen, hidden } : seen;
}

export function stageDeck(deck: Deck): StageDeck {
  return { hash: deck.publicHash, slides: deck.slides.map(stageSlide) };
}

export function stageSlide({ notes: _, minutes: __, ...slide }: Slide): StageSlide {
  return slide;
}

export function consoleDeck(deck: Deck): ConsoleDeck {
  return { hash: deck.hash, slides: deck.slides };
}

/** What stages and consoles are told of the talk itself. */
export function talk(state: SessionState): Omit<StageSnapshot, 'activities' | 'deck'> {
  return {
    code: state.code,
    title: state.deck.title,
    lang: state.deck.lang,
    ended: state.endedAt !== null,
    position: state.position,
    joinShown: state.joinShown,
    selfPaced: state.selfPaced,
  };
}

/** A question as the stage sees it, and those who have answered: with its tally, once revealed. */
export function roomView(activityState: ActivityState): ActivityView {
  if (!activityState.revealed) return view(activityState, null, 'not-revealed');
  const { tally, hidden } = tallyFor(activityState, 'room');
  return view(activityState, tally, hidden);
}

/** Of the same what may have changed since: thousands of phones are told, four times a second. */
export function roomTally(activityState: ActivityState): TallyView {
  const { id } = activityState.activity;
  if (!activityState.revealed) return { id, tally: null, hidden: 'not-revealed' };
  const { tally, hidden } = tallyFor(activityState, 'room');
  return hidden === null ? { id, tally } : { id, tally, hidden };
}

/** The error for which a tally is hidden as a `fault`; null where there is none any more. */
export function tallyFault(activityState: ActivityState): { readonly error: unknown } | null {
  try {
    show(activityState, 'room');
    show(activityState, 'presenter');
    return null;
  } catch (error) {
    return { error };
  }
}

/** A type whose `show` throws costs the tally of this activity, and no other part of a snapshot. */
function tallyFor(
  activityState: ActivityState,
  audience: Audience,
): { readonly tally: Json | null; readonly hidden: Hidden | null } {
  try {
    const tally = show(activityState, audience);
    return { tally, hidden: tally === null ? 'too-few' : null };
  } catch {
    return { tally: null, hidden: 'fault' };
  }
}

function show(activityState: ActivityState, audience: Audience): Json | null {
  const { activity, tally, answerRevealed, approved } = activityState;
  const { minAnswers } = activity.settings;
  const showing = { minAnswers, audience, answerRevealed, approved };
  return activityType(activity.type).show(tally, activity.content, showing);
}

function view(
  activityState: ActivityState,
  tally: Json | null,
  hidden: Hidden | null,
): ActivityView {
  const { activity, phase, revealed, round, closesAt, answerRevealed } = activityState;
  const { id, type, hash, question, settings, accent } = activity;
  const rules = activityType(type);
  const correctAnswer = rules.correctAnswer(activity.content);
  return {
    ...{ id, type, hash, round, question, phase, revealed, tally, hidden, closesAt, accent },
    content: rules.publicContent(activity.content),
    minAnswers: settings.minAnswers,
    hasCorrectAnswer: correctAnswer !== null,
    correctAnswer: answerRevealed ? correctAnswer : null,
    startsFrom: rules.startsFrom?.(activity.content) ?? null,
  };
}
