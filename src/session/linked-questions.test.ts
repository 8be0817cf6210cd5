import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds as holdsOn, wordingOf } from '../../test/fixtures/hold-promise.ts';
import type { NaiveSession } from '../../test/fixtures/naive-session.ts';
import type { Wording } from '../../test/fixtures/naive-wording.ts';
import { attendees, linked, sessionsWith } from '../../test/fixtures/random-session.ts';
import { activityType } from '../activities/registry.ts';
import type { Json } from '../lib/json.ts';
import { attendeeSnapshot, consoleSnapshot, stageSnapshot } from './project.ts';
import { takeHome } from './take-home.ts';

const linkedSession = fc.oneof(...linked.map((kind) => sessionsWith(kind, 80)));

/** Tries a promise on fewer talks than are tried elsewhere: each of these has such questions. */
function holds(promise: Parameters<typeof holdsOn>[1]): void {
  holdsOn(linkedSession, promise, 200);
}

/** The numbers of those who answered a question and the one that it asks again, before and after. */
function answeredTwice(naive: NaiveSession, { activity, answers }: Wording) {
  const { comparison } = activityType(activity.type);
  const before = naive.of(activity.again);
  const taken = [before?.activity, activity].map((one) => one?.optionsFrom?.taken?.options.join());
  if (comparison === undefined || before === undefined || taken[0] !== taken[1]) return [];
  return [...answers].flatMap(([attendee, after]) => {
    const first = before.answers.get(attendee);
    const measure = (answer: Json) => comparison.measure(activity.content, answer);
    return first === undefined ? [] : [[measure(first), measure(after)] as const];
  });
}

describe('questions that depend on others, whatever is commanded,', () => {
  it('[S77] [A3] a shift compares the answers of those who gave both, and of enough of them', () => {
    holds(({ state }, naive) => {
      for (const { id, ownShift, minAnswers } of consoleSnapshot(state).activities) {
        const pairs = answeredTwice(naive, wordingOf(naive, id));
        const fewest = Math.max(
          minAnswers,
          naive.of(wordingOf(naive, id).activity.again)?.activity.settings.minAnswers ?? 0,
        );
        expect(ownShift === null || ownShift.pairs >= fewest).toBe(true);
        if (fewest > 1) continue;
        expect(ownShift?.pairs ?? 0).toBe(pairs.length);
        for (const [index, { change }] of (ownShift?.items ?? []).entries()) {
          const both = pairs.flatMap(([before, after]) => {
            const [one, other] = [before[index] ?? null, after[index] ?? null];
            return one === null || other === null ? [] : [other - one];
          });
          const rose = both.reduce((sum, one) => sum + one, 0) / both.length;
          const isRight =
            change === null
              ? both.length === 0
              : Math.abs(change.after - change.before - rose) < 1e-9;
          expect(isRight).toBe(true);
        }
      }
      for (const view of [
        ...attendeeSnapshot(state).activities,
        ...stageSnapshot(state).activities,
      ]) {
        const before = naive.of(wordingOf(naive, view.id).activity.again);
        expect(view.shift !== null && before?.revealed !== true).toBe(false);
      }
    });
  });

  it('[X1] a take-home has the answer that was given before beside the one to the same question', () => {
    holds(({ state }, naive) => {
      for (const attendee of attendees) {
        for (const { activity, answer, before } of takeHome(state, attendee).questions) {
          const first = naive.of(wordingOf(naive, activity.id).activity.again);
          const given = first?.answers.get(attendee);
          const isShown = answer !== null && first !== undefined && given !== undefined;
          const items = isShown
            ? activityType(activity.type).report(first.activity.content, given)
            : [];
          expect(before).toEqual(items);
        }
      }
    });
  });

  it('[S76] a question offers texts that were approved, and the same until it is asked anew', () => {
    holds(({ state, facts }, naive) => {
      for (const [id, { activity, phase, answers }] of state.activities) {
        if (activity.optionsFrom === undefined) continue;
        const offered = activity.optionsFrom.taken?.options ?? [];
        expect(offered).toEqual(wordingOf(naive, id).activity.optionsFrom?.taken?.options ?? []);
        expect(phase === 'open' && offered.length < 2).toBe(false);
        expect(answers.size > 0 && facts.at(-1)?.fact.type === 'options:taken').toBe(false);
      }
    });
  });

  it('[S78] the way on is the one that most chose, and Back leads to the slide that led here', () => {
    holds(({ state }, naive) => {
      const { ways, back, position } = consoleSnapshot(state);
      expect(ways).toEqual(
        naive
          .ways(position)
          .map(({ option, people, slide: { h, v } }) => ({ option, people, to: { h, v } })),
      );
      if (naive.cameFrom === null) return;
      const { slides } = state.deck;
      const here = slides.find(({ h, v }) => h === position.h && v === position.v);
      const from = slides.find(({ title }) => title === naive.cameFrom?.get(here?.title ?? ''));
      expect(back).toEqual(
        from === undefined ? null : { h: from.h, v: from.v, f: from.fragments - 1 },
      );
    });
  });
});
