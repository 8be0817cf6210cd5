import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, wordingOf } from '../../test/fixtures/hold-promise.ts';
import {
  counted,
  hasCorrectAnswer,
  nameOf,
  type Wording,
} from '../../test/fixtures/naive-wording.ts';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import {
  anySession,
  attendees,
  EXPLAINED,
  NOTE,
  wordsOf,
} from '../../test/fixtures/random-session.ts';
import { activityType } from '../activities/registry.ts';
import type { Json } from '../lib/json.ts';
import { replay } from './evolve.ts';
import type { StoredFact } from './facts.ts';
import { unauthenticatedDeck, unauthenticatedSnapshot } from './unauthenticated-stage.ts';
import {
  attendeeSnapshot,
  consoleSnapshot,
  ownAnswers,
  stageDeck,
  stageSnapshot,
} from './project.ts';
import { takeHome } from './take-home.ts';
import { report } from './results.ts';
import type { SessionState } from './state.ts';
import type { ActivityView } from './views.ts';

/** All that stages and phones are sent of the questions. */
function roomViews(state: SessionState): ActivityView[] {
  return [attendeeSnapshot, stageSnapshot, unauthenticatedSnapshot].flatMap(
    (screen): readonly ActivityView[] => screen(state).activities,
  );
}

/** All that a session shows to anybody, and its export. */
function everyScreen(state: SessionState): unknown {
  const own = attendees.map((attendee) => [ownAnswers(state, attendee), takeHome(state, attendee)]);
  const stages = [stageSnapshot(state), unauthenticatedSnapshot(state), unauthenticatedDeck(state)];
  return [...stages, attendeeSnapshot(state), consoleSnapshot(state), own, report(state)];
}

function shown(wording: Wording, audience: 'room' | 'presenter', minAnswers: number): Json | null {
  const { activity, answerRevealed } = wording;
  const options = { minAnswers, audience, answerRevealed, now: 0 };
  return activityType(activity.type).show(counted(wording), activity.content, options);
}

describe('whatever is commanded, in whatever order,', () => {
  it('[S1] [S3] [S11] a session is what its numbered facts come to, on every screen', () => {
    fc.assert(
      fc.property(anySession, ({ deck, moves }) => {
        const session = new PureSession(deck);
        const log: string[] = [];
        for (const move of moves) {
          session.do(move(session.state));
          log.push(...session.facts.slice(log.length).map((fact) => JSON.stringify(fact)));
        }
        expect(session.facts.map((fact) => JSON.stringify(fact))).toEqual(log);
        expect(session.facts.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
        const again = replay(log.map((line) => JSON.parse(line) as StoredFact));
        expect(again).toEqual(session.state);
        expect(again === null ? null : everyScreen(again)).toEqual(everyScreen(session.state));
      }),
      { numRuns: 300 },
    );
  });

  it('[S44] [S45] a session that has ended moves its slides, touches no question, and can be reopened', () => {
    holds(anySession, ({ state, facts }, naive) => {
      const after = facts.slice(facts.findLastIndex(({ fact }) => fact.type === 'session:ended'));
      const questions = after.filter(({ fact }) => 'activity' in fact || 'deck' in fact);
      expect(naive.ended ? questions : []).toEqual([]);
      expect(state.endedAt !== null).toBe(naive.ended);
      expect(everyScreen(state)).toBeDefined();
    });
  });

  it('[P1] [P2] [P4] [P6] [S9] each question has the phase to which the talk has brought it', () => {
    holds(anySession, ({ state }, naive) => {
      const kept = [...state.activities.values()].map(({ activity, ...activityState }) => ({
        ...{
          name: nameOf(activity),
          phase: activityState.phase,
          answerRevealed: activityState.answerRevealed,
        },
        revealed: activityState.revealed,
      }));
      expect(kept).toEqual(
        naive.current().map(({ activity, phase, answerRevealed, revealed }) => ({
          ...{ name: nameOf(activity), phase, answerRevealed, revealed },
        })),
      );
      const states = [...state.activities.values()];
      const hurried = states.filter(({ closesAt }) => closesAt !== null);
      expect(
        states.filter(({ answerRevealed, phase }) => answerRevealed && phase !== 'closed'),
      ).toEqual([]);
      expect(hurried.filter(({ phase }) => phase !== 'open')).toEqual([]);
      expect(hurried.filter((one) => state.selfPaced && !hasCorrectAnswer(one))).toEqual([]);
    });
  });

  it('[V2] [V3] [V4] [V5] [V6] [P5] [X1] the latest answer of each attendee counts, exactly once', () => {
    holds(anySession, ({ state }, naive) => {
      const lines = naive.answered().flatMap((wording) => {
        const { activity, answers } = wording;
        const isThere = naive.current().some((one) => one.activity.id === activity.id);
        const gone = isThere ? 'superseded' : 'withdrawn';
        const status = naive.current().includes(wording) ? 'current' : gone;
        return [...answers].flatMap(([attendee, answer]) =>
          activityType(activity.type)
            .report(activity.content, answer)
            .map((item) => ({ name: nameOf(activity), status, attendee, ...item })),
        );
      });
      const rows = report(state).rows.map((row) => ({
        ...{ name: nameOf({ id: row.activity, hash: row.question_hash }), status: row.status },
        ...{ attendee: row.attendee, item: row.item, value: row.value },
        ...{ choice: row.choice, text: row.text },
      }));
      expect(sorted(rows)).toEqual(sorted(lines));
    });
  });

  it('[V7] [A3] a tally is the count of the answers that count, and of enough of them', () => {
    holds(anySession, ({ state }, naive) => {
      for (const view of consoleSnapshot(state).activities) {
        const wording = wordingOf(naive, view.id);
        expect(view.ownTally).toEqual(shown(wording, 'presenter', view.minAnswers));
        expect(view.answered).toBe(wording.answers.size);
        expect(wording.answers.size < view.minAnswers && view.ownTally !== null).toBe(false);
      }
      for (const view of roomViews(state).filter(({ tally }) => tally !== null)) {
        const wording = wordingOf(naive, view.id);
        expect(view.tally).toEqual(shown(wording, 'room', view.minAnswers));
        expect(wording.answers.size).toBeGreaterThanOrEqual(view.minAnswers);
      }
    });
  });

  it('[A2] [P4] the room sees no tally before it is revealed, and nothing of the correct answer', () => {
    holds(anySession, ({ state }, naive) => {
      for (const view of roomViews(state)) {
        const wording = wordingOf(naive, view.id);
        expect(!wording.revealed && view.tally !== null).toBe(false);
        expect(view.correctAnswer !== null).toBe(wording.answerRevealed);
        expect(!wording.answerRevealed && tellsWhatIsRight(view)).toBe(false);
      }
      const open = attendeeSnapshot(state).activities.filter(({ phase }) => phase === 'open');
      expect(open.filter(({ tally }) => tally !== null)).toEqual([]);
      const slides = [stageDeck(state.deck), unauthenticatedDeck(state)];
      expect(JSON.stringify([slides, roomViews(state)])).not.toContain(NOTE);
    });
  });

  it('[P7] [X5] [A2] the room reads only texts that were approved, and nobody takes home others’', () => {
    holds(anySession, ({ state }, naive) => {
      for (const view of roomViews(state)) {
        expect(unapproved(wordingOf(naive, view.id), view)).toEqual([]);
      }
      for (const attendee of attendees) {
        for (const { activity, answer, items, right } of takeHome(state, attendee).questions) {
          const wording = wordingOf(naive, activity.id);
          expect(answer).toEqual(wording.answers.get(attendee) ?? null);
          expect(!wording.answerRevealed && right !== null).toBe(false);
          const others = attendees.filter((other) => other !== attendee).map(wordsOf);
          expect(others).not.toContain(items.map(({ text }) => text).join());
          expect(unapproved(wording, activity)).toEqual([]);
        }
      }
    });
  });
});

/** Attendees' texts that are sent, and were not approved before or as an option of the question. */
function unapproved({ approved, activity }: Wording, sent: unknown): string[] {
  const offered = activity.optionsFrom?.taken?.options ?? [];
  const through = [...[...approved].map((key) => key.slice(key.indexOf(':') + 1)), ...offered];
  const words = [...JSON.stringify(sent).matchAll(/said by \w+/g)].map(([found]) => found);
  return words.filter((found) => !through.includes(found));
}

/** An explanation, or a figure that tells how near somebody was. */
function tellsWhatIsRight(view: ActivityView): boolean {
  const text = JSON.stringify(view);
  return text.includes(EXPLAINED) || /"right":\d|"within":\[\{/.test(text);
}

function sorted(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}
