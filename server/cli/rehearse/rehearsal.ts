import { type Result, success } from '../../../src/lib/result.ts';
import type { ConsoleActivityView, ConsoleDeck } from '../../../src/session/views.ts';
import { type Participants, leadQuestion } from './lead-question.ts';
import { Crowd } from './crowd.ts';
import { type Findings, findingsOf, wrongCounts } from './findings.ts';
import type { Plan } from './options.ts';
import { Presenter } from './presenter.ts';
import { HttpSession } from './http-client.ts';
import { waitAtPace, pacingOf, until } from './pacing.ts';
import { RoomTraffic } from './traffic.ts';
import { Stage } from './stage.ts';
import { progressOf } from './report-lines.ts';

/** The dependencies of a rehearsal besides its options. */
export interface Conditions {
  readonly key: string;
  /** The milliseconds that a human second takes: 1,000, but for tests. */
  readonly secondMs: number;
  /** Takes a line for the presenter. */
  readonly say: (line: string) => void;
  /** Ends the rehearsal before its time; what was started is deleted all the same. */
  readonly stop: AbortSignal;
}

const LATE_ARE_IN_BY = 0.5;
// The last counts are on their way to the stage while the results are asked for.
const STAGE_TIMEOUT_MS = 3_000;

/**
 * Plays a deck in a session of its own, which it deletes. Resolves with what was found; with words
 * where there was nothing to play.
 */
export async function rehearse(
  plan: Plan,
  conditions: Conditions,
): Promise<Result<Findings, string>> {
  const { key, say } = conditions;
  const started = await HttpSession.start(plan, key);
  if (!started.ok) return started;
  const session = started.value;
  say(`A session of its own: ${plan.url}/s/${session.code}/stage shows its stage.`);
  const presenter = new Presenter(plan.url, session.code, key);
  const stage = new Stage(plan.url, session.code, key);
  const leaving: (() => void)[] = [() => presenter.leave(), () => stage.leave()];
  try {
    const deck = await presenter.deck();
    if (!deck.ok) return deck;
    const participants = participantsOf(plan, conditions, session, presenter, deck.value);
    leaving.push(() => participants.crowd.leave());
    const brokenOff = await Promise.race([
      play(participants, stage, deck.value, say),
      stopped(conditions.stop),
    ]);
    // Nothing more is recorded from here: what is compared stands still.
    participants.crowd.leave();
    const results = await session.results();
    const played = {
      crowd: participants.crowd,
      stage,
      questions: questionsOf(deck.value, presenter),
      brokenOff,
    };
    if (!results.ok) return success(findingsOf({ ...played, results: null }));
    await until(() => wrongCounts(results.value, stage) === 0, STAGE_TIMEOUT_MS);
    return success(findingsOf({ ...played, results: results.value }));
  } finally {
    for (const leave of leaving) leave();
    await remove(session, say);
  }
}

function participantsOf(
  { attendees, minutes, url }: Plan,
  { secondMs }: Conditions,
  { code }: HttpSession,
  presenter: Presenter,
  { slides }: ConsoleDeck,
): Participants {
  const questions = slides.filter(({ activity }) => activity !== null).length;
  const pacing = pacingOf(minutes, slides.length, questions);
  const atPace = { secondMs, wait: waitAtPace(secondMs), thinking: pacing.thinking };
  const crowd = new Crowd(attendees, { url, code, ...atPace, traffic: new RoomTraffic() });
  return { presenter, crowd, pacing };
}

/** Everybody comes, and the talk is given; resolves with why it broke off, or null. */
async function play(
  participants: Participants,
  stage: Stage,
  { slides }: ConsoleDeck,
  say: Conditions['say'],
): Promise<string | null> {
  const { presenter, crowd, pacing } = participants;
  const questions = slides.flatMap(({ activity }) => activity ?? []);
  await crowd.arrive(pacing.arriving);
  say(`${crowd.joined} of ${crowd.attendees.length} are in, ${crowd.late} come late.`);
  for (const { h, v, activity } of slides) {
    // A talk goes on slide by slide.
    crowd.options.traffic.isCounting = activity !== null;
    const failed = await presenter.send('slide:show', { h, v, f: -1 });
    if (failed !== null) return failed;
    if (activity === null) {
      await crowd.options.wait(pacing.passing);
      continue;
    }
    const place = questions.indexOf(activity);
    crowd.admitLate(place / (LATE_ARE_IN_BY * questions.length));
    const unasked = await leadQuestion(participants, activity);
    if (unasked !== null) return unasked;
    say(`${place + 1}/${questions.length} ${progressOf(presenter.viewOf(activity), crowd, stage)}`);
  }
  crowd.admitLate(1);
  await crowd.settle();
  return null;
}

function questionsOf({ slides }: ConsoleDeck, presenter: Presenter): ConsoleActivityView[] {
  const ids = slides.flatMap(({ activity }) => activity ?? []);
  return ids.flatMap((id) => presenter.viewOf(id) ?? []);
}

function stopped(stop: AbortSignal): Promise<string> {
  const words = 'It was stopped before its end.';
  return new Promise((settle) => {
    if (stop.aborted) settle(words);
    else stop.addEventListener('abort', () => settle(words), { once: true });
  });
}

async function remove(session: HttpSession, say: Conditions['say']): Promise<void> {
  const failed = await session.remove();
  if (failed === null) say('The session of the rehearsal is deleted.');
  else say(`Session ${session.code} could not be deleted; do it on the desk. ${failed}`);
}
