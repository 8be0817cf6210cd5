import { success, type Result } from '../../../src/lib/result.ts';
import type { ConsoleActivityView, ConsoleDeck } from '../../../src/session/views.ts';
import { leadQuestion, type Cast } from './lead-question.ts';
import { Crowd } from './crowd.ts';
import { findingsOf, wrongCounts, type Findings } from './findings.ts';
import type { Plan } from './options.ts';
import { Presenter } from './presenter.ts';
import { progressOf } from './progress.ts';
import { SessionOverHttp } from './http-client.ts';
import { tempoOf } from './pacing.ts';
import { RoomTraffic } from './traffic.ts';
import { paceOf, until } from './until.ts';
import { Stage } from './stage.ts';

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
const STAGE_PATIENCE_MS = 3_000;

/**
 * Plays a deck in a session of its own, which it deletes. Resolves with what was found; with words
 * where there was nothing to play.
 */
export async function rehearse(
  plan: Plan,
  conditions: Conditions,
): Promise<Result<Findings, string>> {
  const { key, say } = conditions;
  const started = await SessionOverHttp.start(plan, key);
  if (!started.ok) return started;
  const session = started.value;
  say(`A session of its own: ${plan.url}/s/${session.code}/stage shows its stage.`);
  const presenter = new Presenter(plan.url, session.code, key);
  const stage = new Stage(plan.url, session.code, key);
  const leaving: (() => void)[] = [() => presenter.leave(), () => stage.leave()];
  try {
    const deck = await presenter.deck();
    if (!deck.ok) return deck;
    const cast = castOf(plan, conditions, session, presenter, deck.value);
    leaving.push(() => cast.crowd.leave());
    const brokenOff = await Promise.race([
      play(cast, stage, deck.value, say),
      stopped(conditions.stop),
    ]);
    // Nothing more is recorded from here: what is compared stands still.
    cast.crowd.leave();
    const results = await session.results();
    const played = {
      crowd: cast.crowd,
      stage,
      questions: questionsOf(deck.value, presenter),
      brokenOff,
    };
    if (!results.ok) return success(findingsOf({ ...played, results: null }));
    await until(() => wrongCounts(results.value, stage) === 0, STAGE_PATIENCE_MS);
    return success(findingsOf({ ...played, results: results.value }));
  } finally {
    for (const leave of leaving) leave();
    await remove(session, say);
  }
}

function castOf(
  { attendees, minutes, url }: Plan,
  { secondMs }: Conditions,
  { code }: SessionOverHttp,
  presenter: Presenter,
  { slides }: ConsoleDeck,
): Cast {
  const questions = slides.filter(({ activity }) => activity !== null).length;
  const tempo = tempoOf(minutes, slides.length, questions);
  const pace = { secondMs, pause: paceOf(secondMs), thinking: tempo.thinking };
  const crowd = new Crowd(attendees, { url, code, ...pace, traffic: new RoomTraffic() });
  return { presenter, crowd, tempo };
}

/** Everybody comes, and the talk is given; resolves with why it broke off, or null. */
async function play(
  cast: Cast,
  stage: Stage,
  { slides }: ConsoleDeck,
  say: Conditions['say'],
): Promise<string | null> {
  const { presenter, crowd, tempo } = cast;
  const questions = slides.flatMap(({ activity }) => activity ?? []);
  await crowd.arrive(tempo.arriving);
  say(`${crowd.joined} of ${crowd.attendees.length} are in, ${crowd.late} come late.`);
  for (const { h, v, activity } of slides) {
    // A talk goes on slide by slide.
    crowd.venue.traffic.isCounting = activity !== null;
    const failed = await presenter.does('slide:show', { h, v, f: -1 });
    if (failed !== null) return failed;
    if (activity === null) {
      await crowd.venue.pause(tempo.passing);
      continue;
    }
    const place = questions.indexOf(activity);
    crowd.admitLate(place / (LATE_ARE_IN_BY * questions.length));
    const unasked = await leadQuestion(cast, activity);
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

async function remove(session: SessionOverHttp, say: Conditions['say']): Promise<void> {
  const failed = await session.remove();
  if (failed === null) say('The session of the rehearsal is deleted.');
  else say(`Session ${session.code} could not be deleted; do it on the desk. ${failed}`);
}
