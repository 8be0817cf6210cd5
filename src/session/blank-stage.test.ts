import { describe, expect, it } from 'vitest';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import { replay } from './evolve.ts';
import { attendeeOutline, consoleSnapshot, stageSnapshot } from './project.ts';
import { unauthenticatedSnapshot } from './unauthenticated-stage.ts';

function blankSession(): PureSession {
  const session = new PureSession();
  session.show(2, 0);
  expect(session.do({ type: 'stage:blank', on: true })).toEqual(['stage:blanked']);
  return session;
}

describe('a blank stage', () => {
  it('[P14] is blank on every stage and console, also for those who open one later', () => {
    const { state, facts } = blankSession();
    for (const known of [state, replay(facts)]) {
      if (known === null) throw new Error('The session has facts');
      expect(stageSnapshot(known).blanked).toBe(true);
      expect(unauthenticatedSnapshot(known).blanked).toBe(true);
      expect(consoleSnapshot(known).blanked).toBe(true);
    }
  });

  it('[P14] changes nothing on phones', () => {
    const session = new PureSession();
    session.show(1);
    const before = attendeeOutline(session.state);
    session.do({ type: 'stage:blank', on: true });
    expect(attendeeOutline(session.state)).toEqual(before);
  });

  it('[P14] [S14] is switched on and off, and changes nothing the second time', () => {
    const session = blankSession();
    expect(session.do({ type: 'stage:blank', on: true })).toEqual([]);
    expect(session.do({ type: 'stage:blank', on: false })).toEqual(['stage:blanked']);
    expect(session.do({ type: 'stage:blank', on: false })).toEqual([]);
    expect(session.state.blanked).toBe(false);
    expect(session.state.position).toEqual({ h: 2, v: 0, f: 0 });
  });

  it('[P14] ends when any slide is shown, the present one too', () => {
    for (const [h, f] of [
      [2, 0],
      [2, 1],
      [1, -1],
    ] as const) {
      const session = blankSession();
      expect(session.show(h, f)).toContain('slide:shown');
      expect(session.state.blanked).toBe(false);
    }
  });

  it('[P14] ends when the join screen is shown, and comes back to the one that it hid', () => {
    const session = new PureSession();
    session.do({ type: 'stage:blank', on: true });
    expect(session.state).toMatchObject({ joinShown: true, blanked: true });
    expect(session.do({ type: 'join:show', shown: true })).toEqual(['join:shown']);
    expect(session.state).toMatchObject({ joinShown: true, blanked: false });
  });

  it('[P14] stays blank while questions open and close', () => {
    const session = blankSession();
    session.do({ type: 'activity:open', activity: 'tea' });
    session.do({ type: 'activity:close', activity: 'tea' });
    expect(session.state.blanked).toBe(true);
  });

  it('[P14] [P19] ends when the session does: the room sees the closing slide', () => {
    const session = blankSession();
    session.do({ type: 'session:end' });
    expect(session.state.blanked).toBe(false);
  });
});
