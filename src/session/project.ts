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
function phoneView(asked: ActivityState): ActivityView {
  if (asked.phase === 'closed') return roomView(asked);
  return view(asked, null, asked.revealed ? 'answer-first' : 'not-revealed');
}

/** One attendee's recorded answers, as far as they still count. */
export function ownAnswers(state: SessionState, attendee: string): OwnAnswers {
  const own: Record<string, OwnAnswer> = {};
  for (const [id, asked] of state.activities) {
    const given = asked.answers.get(attendee);
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

/** What one attendee may keep: their answers, what the room said, what is right, the sources. */
export function takeHome(state: SessionState, attendee: string): TakeHome {
  const asked = [...state.activities.values()].filter(
    ({ phase, answers }) => phase !== 'waiting' || answers.has(attendee),
  );
  const kept = state.deck.slides.filter(({ keep }) => keep);
  return {
    title: state.deck.title,
    lang: state.deck.lang,
    startedAt: state.startedAt,
    questions: asked.map((one) => takeHomeQuestion(one, attendee)),
    pages: kept.map(({ title, html }) => ({ title, html })),
  };
}

function takeHomeQuestion(asked: ActivityState, attendee: string): TakeHomeQuestion {
  const given = asked.answers.get(attendee);
  if (given === undefined) {
    const nothing = { answer: null, items: [], judged: false, right: null, nextSteps: [] };
    return { activity: phoneView(asked), ...nothing };
  }
  const { activity, answerRevealed } = asked;
  const { content } = activity;
  const type = activityType(activity.type);
  const right = type.isCorrect(content, given.answer);
  return {
    activity: roomView(asked),
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

export function stageActivity(asked: ActivityState): StageActivityView {
  return { ...roomView(asked), answered: asked.answers.size };
}

/** The presenter sees a tally before the room does, but never one of too few answers. */
export function consoleActivity(asked: ActivityState): ConsoleActivityView {
  return { ...stageActivity(asked), ownTally: tallyFor(asked, 'presenter') };
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
export function roomView(asked: ActivityState): ActivityView {
  if (!asked.revealed) return view(asked, null, 'not-revealed');
  const tally = tallyFor(asked, 'room');
  return view(asked, tally, tally === null ? 'too-few' : null);
}

/** Of the same what may have changed since: thousands of phones are told, four times a second. */
export function roomTally(asked: ActivityState): TallyView {
  const { id } = asked.activity;
  const tally = asked.revealed ? tallyFor(asked, 'room') : null;
  if (tally !== null) return { id, tally };
  return { id, tally, hidden: asked.revealed ? 'too-few' : 'not-revealed' };
}

function tallyFor(asked: ActivityState, audience: Audience): Json | null {
  const { activity, tally, answerRevealed, approved } = asked;
  const { minAnswers } = activity.settings;
  const showing = { minAnswers, audience, answerRevealed, approved };
  return activityType(activity.type).show(tally, activity.content, showing);
}

function view(asked: ActivityState, tally: Json | null, hidden: Hidden | null): ActivityView {
  const { activity, phase, revealed, round, closesAt, answerRevealed } = asked;
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
