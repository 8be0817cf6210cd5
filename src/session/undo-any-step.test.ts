import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import {
  anySession,
  attendees,
  everyType,
  linked,
  sessionsWith,
  type DeckKind,
  wordsOf,
} from '../../test/fixtures/random-session.ts';
import type { Command } from './commands.ts';
import { followedSlide } from './followed-slide.ts';
import { attendeeSnapshot, consoleSnapshot, ownAnswers, stageSnapshot } from './project.ts';
import { takeHome } from './take-home.ts';
import { report } from './results.ts';
import type { SessionState } from './state.ts';

/** All that screens show and the export says, but for the counters and the end of a countdown. */
function everyScreen(state: SessionState): unknown {
  const { undone: _, ...toConsole } = consoleSnapshot(state);
  const own = attendees.map((attendee) => [ownAnswers(state, attendee), takeHome(state, attendee)]);
  const screens = [toConsole, stageSnapshot(state), attendeeSnapshot(state), followedSlide(state)];
  return withoutCounters([screens, own, report(state)]);
}

function withoutCounters(screens: unknown): unknown {
  return JSON.parse(
    JSON.stringify(screens, (name, value: unknown) => {
      if (name === 'round') return 0;
      return name === 'closesAt' && value !== null ? 'it counts down' : value;
    }),
  );
}

const phaseCommands = [
  ...(['activity:open', 'activity:close', 'activity:reveal', 'activity:hide'] as const),
  ...(['activity:reveal-answer', 'activity:hide-answer', 'activity:reset'] as const),
];

const SAID = `1:${wordsOf(attendees[0])}`;

/** Each step that a presenter can take, on every slide and question. */
const everyStep = ({ decks: [deck] }: DeckKind): readonly Command[] => [
  ...deck.slides.map(({ h }): Command => ({
    type: 'slide:show',
    position: { h, v: 0, f: -1 },
  })),
  ...deck.activities.flatMap(({ id: activity }) =>
    phaseCommands.map((type): Command => ({ type, activity })),
  ),
  ...[
    { 'put-away': SAID },
    { 'put-back': SAID },
    { approve: SAID },
    { spotlight: SAID },
    { merge: SAID, into: `1:${wordsOf(attendees[1])}` },
    { unmerge: SAID },
    { reject: SAID },
  ].map((control): Command => ({ type: 'activity:control', activity: 'open-text', control })),
  { type: 'stage-mode:set', mode: 'dark' },
  ...[true, false].flatMap((on): Command[] => [
    { type: 'self-paced:set', on },
    { type: 'follow:set', on },
    { type: 'stage:blank', on },
    { type: 'join:show', shown: on },
    { type: 'join-corner:show', shown: on },
  ]),
  { type: 'session:end' },
  // And after the end.
  { type: 'slide:show', position: { h: 1, v: 0, f: -1 } },
  { type: 'closing:show' },
  { type: 'stage-mode:set', mode: 'light' },
  { type: 'join-corner:show', shown: true },
  { type: 'stage:blank', on: true },
];

/** Undoes the latest step, and returns what came of it. */
function undo(session: PureSession): string | string[] {
  return session.do({ type: 'step:undo', step: session.state.steps.at(-1)?.number ?? 1, at: 0 });
}

describe('whatever a presenter does, in whatever order,', () => {
  it('[S48] a step that is undone leaves every screen as it was before', () => {
    const undone = new Set<string>();
    const tryOn = (kind: DeckKind, numRuns: number): void =>
      fc.assert(
        fc.property(sessionsWith(kind, 30), ({ deck, moves }) => {
          const session = new PureSession(deck);
          for (const move of moves) session.do(move(session.state));
          for (const command of session.state.endedAt === null ? everyStep(kind) : []) {
            const before = everyScreen(session.state);
            const number = session.state.seq + 1;
            session.do(command);
            if (session.state.steps.at(-1)?.number !== number) continue;
            undone.add(command.type);
            undo(session);
            expect(everyScreen(session.state)).toEqual(before);
            session.do(command);
          }
        }),
        { numRuns },
      );
    tryOn(everyType, 8);
    for (const kind of linked) tryOn(kind, 4);
    const steps = everyStep(everyType).map(({ type }) => type);
    expect([...undone].sort()).toEqual([...new Set(steps)].sort());
  });

  it('[S48] steps that are undone one after the other lead back step by step', () => {
    fc.assert(
      fc.property(anySession, ({ deck, moves }) => {
        const session = new PureSession(deck);
        const screens = new Map<number, unknown>();
        for (const move of moves) {
          const command = move(session.state);
          // Each of these is no step, and stays.
          const others: Command['type'][] = ['answer:give', 'countdown:end', 'session:name'];
          if (command.type.startsWith('player:')) continue;
          if (
            [...others, 'deck:revise', 'step:undo', 'session:end', 'session:reopen'].includes(
              command.type,
            )
          )
            continue;
          screens.set(session.state.seq + 1, everyScreen(session.state));
          session.do(command);
        }
        for (let step = session.state.steps.at(-1); step; step = session.state.steps.at(-1)) {
          undo(session);
          expect(withoutSteps(everyScreen(session.state))).toEqual(
            withoutSteps(screens.get(step.number)),
          );
        }
      }),
      { numRuns: 50 },
    );
  });
});

/** Steps of long ago are forgotten, and questions that were taken back are named since. */
function withoutSteps(screens: unknown): unknown {
  return JSON.parse(
    JSON.stringify(screens, (name, value: unknown) => {
      if (name === 'withdrawn') return undefined;
      return name === 'undo' ? 0 : value;
    }),
  );
}
