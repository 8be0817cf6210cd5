import { describe, expect, it } from 'vitest';
import { deckOf, question } from '../../test/fixtures/small-deck.ts';
import { PureSession, yes } from '../../test/fixtures/pure-session.ts';
import { replay } from './evolve.ts';
import { followedSlide } from './followed-slide.ts';
import { attendeeOutline, consoleSnapshot, stageSnapshot } from './project.ts';
import { takeHome } from './take-home.ts';
import { report } from './results.ts';
import type { SessionState } from './state.ts';
import { unauthenticatedSnapshot } from './unauthenticated-stage.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A session that ended with the question "tea" open, on its slide. */
function endedSession(): PureSession {
  const session = new PureSession();
  session.show(0);
  session.show(1);
  session.answer('ann', 'tea', yes);
  expect(session.do({ type: 'session:end' })).toEqual(['session:ended']);
  return session;
}

function reopen(session: PureSession, after = DAY_MS - 1): string | string[] {
  return session.do({ type: 'session:reopen', at: (session.state.endedAt ?? 0) + after });
}

/** The state, and the one that a restarted server reads from the log. */
function states({ state, facts }: PureSession): readonly SessionState[] {
  const again = replay(facts);
  expect(again).toEqual(state);
  return again === null ? [] : [state, again];
}

describe('a session that has ended', () => {
  it('[S44] takes no answer and changes no question', () => {
    const session = endedSession();
    const before = structuredClone([...session.state.activities.values()]);
    for (const type of ['open', 'close', 'reveal', 'hide', 'reset'] as const) {
      expect(session.do({ type: `activity:${type}`, activity: 'tea' })).toBe('session-ended');
    }
    expect(session.answer('ben', 'tea', yes)).toBe('session-ended');
    expect(session.do({ type: 'join:show', shown: true })).toBe('session-ended');
    expect(session.do({ type: 'self-paced:set', on: true })).toBe('session-ended');
    expect([...session.state.activities.values()]).toEqual(before);
    expect(session.do({ type: 'session:end' })).toEqual([]);
  });

  it('[S44] moves its slides, and opens no question by that', () => {
    const session = endedSession();
    session.show(2, 0);
    // Its rating opens by itself, as long as the session goes on.
    expect(session.show(4)).toEqual(['slide:shown']);
    expect(session.activityState('maturity').phase).toBe('waiting');
    for (const state of states(session)) {
      expect(stageSnapshot(state).position).toEqual({ h: 4, v: 0, f: -1 });
      expect(unauthenticatedSnapshot(state).position).toEqual({ h: 4, v: 0, f: -1 });
    }
    expect(session.show(9)).toBe('unknown-slide');
    expect(session.show(4)).toEqual([]);
  });

  it('[S44] shows phones nothing of the slides that are shown then', () => {
    const session = endedSession();
    const before = attendeeOutline(session.state);
    expect(before.outline).toMatchObject({ ended: true, slide: null, here: null, activities: [] });
    session.show(2);
    session.show(1);
    expect(attendeeOutline(session.state)).toEqual(before);
    expect(followedSlide(session.state)).toBeNull();
  });

  it('[S44] can be blank, which ends with the next slide or the closing slide', () => {
    const session = endedSession();
    session.show(2);
    for (const show of ['slide', 'closing'] as const) {
      expect(session.do({ type: 'stage:blank', on: true })).toEqual(['stage:blanked']);
      expect(stageSnapshot(session.state).blanked).toBe(true);
      if (show === 'slide') session.show(2);
      else session.do({ type: 'closing:show' });
      expect(stageSnapshot(session.state).blanked).toBe(false);
    }
  });
});

describe('the closing slide', () => {
  it('[P19] is on the stage from the end on, also where it showed how to join or nothing', () => {
    const joining = new PureSession();
    const blank = new PureSession();
    blank.show(2);
    blank.do({ type: 'stage:blank', on: true });
    for (const session of [joining, blank]) {
      session.do({ type: 'session:end' });
      for (const state of states(session)) {
        const shown = { closingShown: true, joinShown: false, blanked: false, joinCorner: false };
        expect(stageSnapshot(state)).toMatchObject(shown);
        expect(unauthenticatedSnapshot(state)).toMatchObject(shown);
        expect(consoleSnapshot(state)).toMatchObject({ ...shown, endedAt: state.at });
      }
    }
  });

  it('[P19] goes when a slide is shown, the present one too, and comes back', () => {
    const session = endedSession();
    expect(session.show(1)).toEqual(['slide:shown']);
    expect(stageSnapshot(session.state).closingShown).toBe(false);
    expect(session.do({ type: 'closing:show' })).toEqual(['closing:shown']);
    expect(session.do({ type: 'closing:show' })).toEqual([]);
    for (const state of states(session)) expect(stageSnapshot(state).closingShown).toBe(true);
  });

  it('[P19] is refused while the session goes on', () => {
    const session = new PureSession();
    session.show(1);
    expect(session.do({ type: 'closing:show' })).toBe('not-ended');
    expect(stageSnapshot(session.state).closingShown).toBe(false);
  });

  it('[P19] has no QR code beside it or the slides, until the presenter wants one', () => {
    const session = endedSession();
    session.show(2);
    expect(stageSnapshot(session.state).joinCorner).toBe(false);
    session.do({ type: 'join-corner:show', shown: true });
    expect(stageSnapshot(session.state).joinCorner).toBe(true);
  });
});

describe('a session that is reopened', () => {
  it('[S45] goes on with the questions that were open at the end, and no others', () => {
    const session = endedSession();
    session.show(4);
    expect(reopen(session)).toEqual(['session:reopened', 'activity:opened']);
    for (const state of states(session)) {
      expect(stageSnapshot(state)).toMatchObject({ ended: false, closingShown: false });
      expect(consoleSnapshot(state).endedAt).toBeNull();
      const phases = [...state.activities.values()].map(({ phase }) => phase);
      expect(phases).toEqual(['open', 'waiting', 'waiting']);
    }
    expect(session.answer('ben', 'tea', yes)).toEqual(['answer:given']);
    expect(session.activityState('tea').answers.size).toBe(2);
  });

  it('[S45] is as it was: what had been closed, revealed, switched on or wanted still is', () => {
    const session = new PureSession();
    session.show(1);
    session.do({ type: 'activity:close', activity: 'tea' });
    session.do({ type: 'activity:hide', activity: 'tea' });
    session.do({ type: 'join-corner:show', shown: true });
    session.do({ type: 'follow:set', on: false });
    const before = stageSnapshot(session.state);
    session.do({ type: 'session:end' });
    session.do({ type: 'stage:blank', on: true });
    session.show(1);
    reopen(session);
    expect(stageSnapshot(session.state)).toEqual(before);
  });

  it('[S45] shows phones its questions again', () => {
    const session = new PureSession();
    session.show(1);
    const before = attendeeOutline(session.state);
    session.do({ type: 'session:end' });
    reopen(session);
    expect(attendeeOutline(session.state)).toEqual(before);
  });

  it('[S45] gives a question all of its countdown again', () => {
    const options = { id: 'fast', question: 'Fast?', options: ['Yes', 'No'], 'close-after': 20 };
    const activity = question('poll', options);
    const session = new PureSession(deckOf([{ title: 'Fast', activity }]));
    session.show(0);
    session.do({ type: 'session:end' });
    reopen(session);
    expect(session.activityState('fast').closesAt).toBe(session.state.at + 20_000);
  });

  it('[S45] has no step of before to undo, nor one of after its end', () => {
    const session = endedSession();
    const [step = 0] = session.facts.flatMap(({ fact }) => ('step' in fact ? fact.step : []));
    session.show(2);
    reopen(session);
    expect(consoleSnapshot(session.state).undo).toBeNull();
    const { at } = session.state;
    expect(session.do({ type: 'step:undo', step, at })).toBe('nothing-to-undo');
  });

  it('[S60] [S44] can be named, which reopens nothing and writes nothing where the name is the same', () => {
    const session = endedSession();
    const named = { type: 'session:name', name: 'Team Berlin' } as const;
    expect(session.do(named)).toEqual(['session:named']);
    expect(session.do(named)).toEqual([]);
    for (const state of states(session)) {
      expect(state.endedAt).not.toBeNull();
      expect(consoleSnapshot(state).name).toBe('Team Berlin');
      expect(report(state).session.name).toBe('Team Berlin');
    }
  });

  it('[S45] can be so for 24 hours after its latest end, and then is refused by name', () => {
    const session = endedSession();
    expect(reopen(session, DAY_MS)).toBe('ended-long-ago');
    expect(session.state.endedAt).not.toBeNull();
    expect(reopen(session, DAY_MS - 1)).toContain('session:reopened');
    session.do({ type: 'session:end' });
    expect(reopen(session, DAY_MS)).toBe('ended-long-ago');
    // The server's clock may be set back.
    expect(reopen(session, -5_000)).toContain('session:reopened');
  });

  it('[S45] [S14] changes nothing where it goes on already', () => {
    const session = endedSession();
    reopen(session);
    expect(session.do({ type: 'session:reopen', at: 0 })).toEqual([]);
  });

  it('[S46] and ended again is exported with its last end, and with the answers of both parts', () => {
    const session = endedSession();
    const firstEnd = report(session.state).session.ended_at;
    reopen(session);
    expect(report(session.state).session.ended_at).toBeNull();
    session.answer('ben', 'tea', yes);
    session.do({ type: 'session:end' });
    for (const state of states(session)) {
      const { session: exported, rows } = report(state);
      expect(exported.ended_at).toBe(new Date(state.at).toISOString());
      expect(exported.ended_at).not.toBe(firstEnd);
      expect(rows.map(({ attendee }) => attendee)).toEqual(['ann', 'ben']);
      expect(takeHome(state, 'ann').questions).toHaveLength(1);
    }
  });
});
