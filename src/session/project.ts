import type { Audience } from '../activities/contract.ts';
import { activityType } from '../activities/registry.ts';
import { STYLE_FILE, type Deck, type Slide } from '../deck/deck.ts';
import { chapterOf } from '../deck/chapters.ts';
import { slideAt, slideIndex } from '../deck/navigation.ts';
import type { Json } from '../lib/json.ts';
import { activityContent, activityOutline, contentKey } from './attendee-outline.ts';
import { compose, type ContentsByKey } from './compose-snapshot.ts';
import { isJoinCornerShown } from './join-corner.ts';
import { modeOnStage } from './stage-mode.ts';
import { answeredBefore, withdrawnIds, type ActivityState, type SessionState } from './state.ts';
import { latestStep } from './step.ts';
import type {
  ActivityStatus,
  ActivityView,
  AttendeeOutline,
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

/** The state of a session as every attendee may know it: an outline, and the contents it names. */
export function attendeeOutline(state: SessionState): {
  readonly outline: AttendeeOutline;
  readonly contents: ContentsByKey;
} {
  const isOver = state.endedAt !== null;
  // Slides that are shown after the end are nothing to phones: they keep their own pages.
  const slide = state.joinShown || isOver ? undefined : slideAt(state.deck, state.position);
  const all = [...state.activities.values()];
  const here = all.filter(
    ({ activity, phase }) => activity.id === slide?.activity && phase !== 'waiting',
  );
  const elsewhere = all.filter((one) => one.phase === 'open' && !here.includes(one));
  const known = [...here, ...elsewhere];
  const accent = state.deck.theme?.accent;
  const contents = known.map(({ activity }) => activityContent(activity));
  const withdrawn = withdrawnIds(state);
  return {
    outline: {
      code: state.code,
      title: state.deck.title,
      lang: state.deck.lang,
      ...(accent === undefined ? {} : { accent }),
      ended: isOver,
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
      ...(withdrawn.length === 0 ? {} : { withdrawn }),
      activities: known.map((one) => activityOutline(one.activity, attendeeStatus(one, state.at))),
    },
    contents: new Map(contents.map((content) => [contentKey(content), content])),
  };
}

/** The same with the contents in their places, as an attendee's page composes it. */
export function attendeeSnapshot(state: SessionState): AttendeeSnapshot {
  const { outline, contents } = attendeeOutline(state);
  return compose(outline, contents);
}

/** The status of a question that every attendee may see: its tally only once it is closed. */
function attendeeStatus(activityState: ActivityState, now: number): ActivityStatus {
  if (activityState.phase === 'closed') return roomStatus(activityState, now);
  return statusOf(activityState, null, activityState.revealed ? 'answer-first' : 'not-revealed');
}

function attendeeView(activityState: ActivityState, now: number): ActivityView {
  return { ...activityContent(activityState.activity), ...attendeeStatus(activityState, now) };
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

/** One attendee's take-home: answers, revealed tallies and correct answers, and slides to keep. */
export function takeHome(state: SessionState, attendee: string): TakeHome {
  const questions = [...state.activities.values()].filter(
    ({ phase, answers }) => phase !== 'waiting' || answers.has(attendee),
  );
  const kept = state.deck.slides.filter(({ keep }) => keep);
  return {
    title: state.deck.title,
    lang: state.deck.lang,
    startedAt: state.startedAt,
    questions: questions.map((one) => ({
      ...takeHomeQuestion(one, attendee, state.at),
      chapter: chapterOf(state.deck, one.activity.id),
    })),
    pages: kept.map(({ title, html }) => ({ title, html })),
  };
}

function takeHomeQuestion(
  activityState: ActivityState,
  attendee: string,
  now: number,
): Omit<TakeHomeQuestion, 'chapter'> {
  const given = activityState.answers.get(attendee);
  if (given === undefined) {
    const nothing = { answer: null, items: [], judged: false, right: null };
    return { activity: attendeeView(activityState, now), ...nothing, nextSteps: [], inShort: [] };
  }
  const { activity, answerRevealed } = activityState;
  const { content } = activity;
  const type = activityType(activity.type);
  const right = type.isCorrect(content, given.answer);
  return {
    activity: roomView(activityState, now),
    answer: given.answer,
    items: type.report(content, given.answer),
    judged: right !== null,
    right: answerRevealed ? right : null,
    nextSteps: type.nextSteps?.(content, given.answer) ?? [],
    inShort: type.inShort?.(content, given.answer) ?? [],
  };
}

export function stageSnapshot(state: SessionState): StageSnapshot {
  return {
    ...sessionHead(state),
    deck: state.deck.publicHash,
    activities: [...state.activities.values()].map((one) => stageActivity(one, state.at)),
  };
}

export function consoleSnapshot(state: SessionState): ConsoleSnapshot {
  const superseded: Record<string, number> = {};
  for (const { activity, answers } of answeredBefore(state)) {
    superseded[activity.id] = (superseded[activity.id] ?? 0) + answers.size;
  }
  return {
    ...sessionHead(state),
    deck: state.deck.hash,
    activities: [...state.activities.values()].map((one) => consoleActivity(one, state.at)),
    name: state.name,
    rehearsal: state.rehearsal,
    chosenMode: state.stageMode,
    talkStartedAt: state.talkStartedAt,
    endedAt: state.endedAt,
    undo: latestStep(state),
    undone: state.undone,
    superseded,
  };
}

export function stageActivity(activityState: ActivityState, now: number): StageActivityView {
  return { ...roomView(activityState, now), answered: activityState.answers.size };
}

/** The presenter sees a tally before the room does, but never one of too few answers. */
export function consoleActivity(activityState: ActivityState, now: number): ConsoleActivityView {
  const { tally, hidden } = tallyFor(activityState, 'presenter', now);
  const seen = { ...stageActivity(activityState, now), ownTally: tally };
  return hidden === 'fault' ? { ...seen, hidden } : seen;
}

export function stageDeck(deck: Deck): StageDeck {
  return { hash: deck.publicHash, ...deckLooks(deck), slides: deck.slides.map(stageSlide) };
}

/** The deck's theme, and the address of its style sheet; another one whenever it changes. */
export function deckLooks({ name, style, theme }: Deck): Pick<StageDeck, 'style' | 'theme'> {
  const address = `/slides/${encodeURIComponent(name)}/${STYLE_FILE}?${style}`;
  return {
    ...(style === undefined ? {} : { style: address }),
    ...(theme === undefined ? {} : { theme }),
  };
}

export function stageSlide({ notes: _, minutes: __, asked: ___, ...slide }: Slide): StageSlide {
  return slide;
}

export function consoleDeck(deck: Deck): ConsoleDeck {
  const { name, hash, slides } = deck;
  return { name, hash, ...deckLooks(deck), slides };
}

/** The part of a snapshot that is not about questions: for stages and consoles. */
export function sessionHead(state: SessionState): Omit<StageSnapshot, 'activities' | 'deck'> {
  return {
    code: state.code,
    title: state.deck.title,
    lang: state.deck.lang,
    ended: state.endedAt !== null,
    position: state.position,
    joinShown: state.joinShown && state.endedAt === null,
    closingShown: state.afterEnd?.closingShown ?? false,
    blanked: state.blanked,
    joinCorner: isJoinCornerShown(state),
    mode: modeOnStage(state.stageMode, state.deck),
    selfPaced: state.selfPaced,
    followed: state.followed,
  };
}

/** A question as the stage sees it, and those who have answered: with its tally, once revealed. */
export function roomView(activityState: ActivityState, now: number): ActivityView {
  return { ...activityContent(activityState.activity), ...roomStatus(activityState, now) };
}

function roomStatus(activityState: ActivityState, now: number): ActivityStatus {
  if (!activityState.revealed) return statusOf(activityState, null, 'not-revealed');
  const { tally, hidden } = tallyFor(activityState, 'room', now);
  return statusOf(activityState, tally, hidden);
}

/** The changing part of `roomView`, kept small: thousands of phones get it, four times a second. */
export function roomTally(activityState: ActivityState, now: number): TallyView {
  const { id } = activityState.activity;
  if (!activityState.revealed) return { id, tally: null, hidden: 'not-revealed' };
  const { tally, hidden } = tallyFor(activityState, 'room', now);
  return hidden === null ? { id, tally } : { id, tally, hidden };
}

/** The error for which a tally is hidden as a `fault`; null where there is none any more. */
export function tallyFault(
  activityState: ActivityState,
  now: number,
): { readonly error: unknown } | null {
  try {
    show(activityState, 'room', now);
    show(activityState, 'presenter', now);
    return null;
  } catch (error) {
    return { error };
  }
}

/** A type whose `show` throws costs the tally of this activity, and no other part of a snapshot. */
function tallyFor(
  activityState: ActivityState,
  audience: Audience,
  now: number,
): { readonly tally: Json | null; readonly hidden: Hidden | null } {
  try {
    const tally = show(activityState, audience, now);
    return { tally, hidden: tally === null ? 'too-few' : null };
  } catch {
    return { tally: null, hidden: 'fault' };
  }
}

function show(activityState: ActivityState, audience: Audience, now: number): Json | null {
  const { activity, tally, answerRevealed } = activityState;
  const { minAnswers } = activity.settings;
  const options = { minAnswers, audience, answerRevealed, now };
  return activityType(activity.type).show(tally, activity.content, options);
}

function statusOf(
  { activity, phase, revealed, round, closesAt, answerRevealed }: ActivityState,
  tally: Json | null,
  hidden: Hidden | null,
): ActivityStatus {
  const correctAnswer = answerRevealed
    ? activityType(activity.type).correctAnswer(activity.content)
    : null;
  return { round, phase, revealed, tally, hidden, closesAt, correctAnswer };
}
