import type { Activity, ResultItem } from '../activities/contract.ts';
import { activityType } from '../activities/registry.ts';
import { chapterOf } from '../deck/chapters.ts';
import { attendeeView, roomView, type Asking } from './activity-views.ts';
import { ownScore } from './board.ts';
import type { ActivityState, SessionState } from './state.ts';
import type { TakeHome, TakeHomeQuestion } from './views.ts';

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
      ...takeHomeQuestion(one, attendee, state),
      chapter: chapterOf(state.deck, one.activity.id),
    })),
    pages: kept.map(({ title, html }) => ({ title, html })),
    ...(state.deck.score === undefined ? {} : { score: ownScore(state, attendee) }),
    ...askedBy(state, attendee),
  };
}

/** The lines of an attendee's take-home from channels. */
function askedBy({ channels }: SessionState, attendee: string): Pick<TakeHome, 'asked'> {
  const asked = [...channels.values()].flatMap(({ activity, tally, answers }) => {
    const given = answers.get(attendee);
    if (given === undefined) return [];
    return activityType(activity.type).channel?.own?.(tally, given.answer) ?? [];
  });
  return asked.length === 0 ? {} : { asked };
}

function takeHomeQuestion(
  activityState: ActivityState,
  attendee: string,
  session: Asking,
): Omit<TakeHomeQuestion, 'chapter'> {
  const given = activityState.answers.get(attendee);
  if (given === undefined) {
    const nothing = { answer: null, items: [], judged: false, right: null };
    const none = { nextSteps: [], before: [], inShort: [] };
    return { activity: attendeeView(activityState, session), ...nothing, ...none };
  }
  const { activity, answerRevealed } = activityState;
  const { content } = activity;
  const type = activityType(activity.type);
  const right = type.isCorrect(content, given.answer);
  return {
    activity: roomView(activityState, session),
    answer: given.answer,
    items: type.report(content, given.answer),
    judged: right !== null,
    right: answerRevealed ? right : null,
    nextSteps: type.nextSteps?.(content, given.answer) ?? [],
    before: answerBefore(activity, attendee, session),
    inShort: type.inShort?.(content, given.answer) ?? [],
  };
}

/** An attendee's answer to the question that `activity` asks again. */
function answerBefore(
  { again, type }: Activity,
  attendee: string,
  { activities }: Asking,
): readonly ResultItem[] {
  const before = activities.get(again ?? '');
  const given = before?.answers.get(attendee);
  if (before === undefined || given === undefined) return [];
  return activityType(type).report(before.activity.content, given.answer);
}
