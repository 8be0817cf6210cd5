import { describe, expect, it } from 'vitest';
import { tea } from '../../test/fixtures/small-deck.ts';
import { no, PureSession, yes } from '../../test/fixtures/pure-session.ts';
import type { Command } from './commands.ts';

describe('the slides of a session', () => {
  it('[S15] begin at the first, behind the join screen', () => {
    const { state } = new PureSession();
    expect(state.position).toEqual({ h: 0, v: 0, f: -1 });
    expect(state.joinShown).toBe(true);
  });

  it('[S15] leave the join screen when the first slide is shown, and the talk begins', () => {
    const session = new PureSession();
    expect(session.show(0)).toEqual(['slide:shown']);
    expect(session.state.joinShown).toBe(false);
    expect(session.state.talkStartedAt).toBe(2000);
    session.show(1);
    expect(session.state.talkStartedAt).toBe(2000);
  });

  it('[S15] are only those of the deck', () => {
    const session = new PureSession();
    expect(session.show(6)).toBe('unknown-slide');
    expect(session.do({ type: 'slide:show', position: { h: 0, v: 1, f: 0 } })).toBe(
      'unknown-slide',
    );
  });

  it('[S15] have only the fragments that they have', () => {
    const session = new PureSession();
    session.show(2, 99);
    expect(session.state.position).toEqual({ h: 2, v: 0, f: 1 });
  });

  it('[S14] change nothing when shown again', () => {
    const session = new PureSession();
    session.show(2);
    expect(session.show(2)).toEqual([]);
  });

  it('[S15] can be covered by the join screen again', () => {
    const session = new PureSession();
    session.show(2, 1);
    expect(session.do({ type: 'join:show', shown: true })).toEqual(['join:shown']);
    expect(session.show(2, 1)).toEqual(['slide:shown']);
    expect(session.state.joinShown).toBe(false);
  });
});

describe('the phase of a question', () => {
  it('[P1] opens when the talk arrives', () => {
    const session = new PureSession();
    expect(session.activityState('tea').phase).toBe('waiting');
    expect(session.show(1)).toEqual(['slide:shown', 'activity:opened']);
    expect(session.activityState('tea').phase).toBe('open');
  });

  it('[P1] waits for the console where its author says `open: manual`', () => {
    const session = new PureSession();
    expect(session.show(3)).toEqual(['slide:shown']);
    expect(session.answer('a', 'vote', yes)).toBe('not-open');
    expect(session.do({ type: 'activity:open', activity: 'vote' })).toEqual(['activity:opened']);
    expect(session.answer('a', 'vote', yes)).toEqual(['answer:given']);
  });

  it('[P2] does not open again by itself once it was closed', () => {
    const session = new PureSession();
    session.show(1);
    session.do({ type: 'activity:close', activity: 'tea' });
    session.show(2);
    session.show(1);
    expect(session.activityState('tea').phase).toBe('closed');
    session.do({ type: 'activity:open', activity: 'tea' });
    expect(session.activityState('tea').phase).toBe('open');
  });

  it('[P1] stays open when the talk moves on: a slow thumb still counts', () => {
    const session = new PureSession();
    session.show(1);
    session.show(2);
    expect(session.answer('a', 'tea', yes)).toEqual(['answer:given']);
  });

  it('[S44] is closed by the end of the session', () => {
    const session = new PureSession();
    session.show(1);
    expect(session.do({ type: 'session:end' })).toEqual(['session:ended']);
    expect(session.activityState('tea').phase).toBe('closed');
  });

  it('[S11] is that of a question of the deck only', () => {
    const session = new PureSession();
    for (const type of ['open', 'close', 'reveal', 'hide', 'reset'] as const) {
      const command: Command = { type: `activity:${type}`, activity: '__proto__' };
      expect(session.do(command)).toBe('unknown-activity');
    }
  });
});

describe('answers', () => {
  const opened = (): PureSession => {
    const session = new PureSession();
    session.show(1);
    return session;
  };

  it('[V2] count once for each attendee, the latest of them', () => {
    const session = opened();
    session.answer('a', 'tea', yes);
    session.answer('b', 'tea', yes);
    session.answer('a', 'tea', no);
    expect(session.activityState('tea').tally).toMatchObject({ answers: 2, counts: [1, 1] });
  });

  it('[V3] with the same id are one answer', () => {
    const session = opened();
    expect(session.answer('a', 'tea', yes, 'same-id-1')).toEqual(['answer:given']);
    expect(session.answer('a', 'tea', no, 'same-id-1')).toEqual([]);
    expect(session.activityState('tea').tally).toMatchObject({ counts: [1, 0] });
  });

  it('[V4] that come a second time after a newer one change nothing', () => {
    const session = opened();
    session.answer('a', 'tea', yes, 'first-id');
    session.answer('a', 'tea', no, 'newer-id');
    expect(session.answer('a', 'tea', yes, 'first-id')).toEqual([]);
    expect(session.activityState('tea').tally).toMatchObject({ counts: [0, 1] });
  });

  it('[V3] of two attendees may have the same id', () => {
    const session = opened();
    session.answer('a', 'tea', yes, 'same-id-1');
    expect(session.answer('b', 'tea', no, 'same-id-1')).toEqual(['answer:given']);
    expect(session.activityState('tea').tally).toMatchObject({ counts: [1, 1] });
  });

  it('[V5] [V6] are refused before the question opens, after it closes, and where they do not fit', () => {
    const session = new PureSession();
    expect(session.answer('a', 'tea', yes)).toBe('not-open');
    session.show(1);
    expect(session.answer('a', 'tea', { choices: [2], other: null })).toBe('unfitting-answer');
    expect(session.answer('a', 'missing', yes)).toBe('unknown-activity');
    session.do({ type: 'activity:close', activity: 'tea' });
    expect(session.answer('a', 'tea', yes)).toBe('not-open');
  });

  it('[V3] that were recorded are acknowledged again, after the close and after the end, too', () => {
    const session = opened();
    session.answer('a', 'tea', yes, 'in-time');
    session.do({ type: 'activity:close', activity: 'tea' });
    expect(session.answer('a', 'tea', yes, 'in-time')).toEqual([]);
    session.do({ type: 'session:end' });
    expect(session.answer('a', 'tea', yes, 'in-time')).toEqual([]);
  });

  it('[P5] are gone after a reset, and a late copy of one does not come back', () => {
    const session = opened();
    session.answer('a', 'tea', yes, 'before-reset');
    session.do({ type: 'activity:reset', activity: 'tea' });
    expect(session.activityState('tea').tally).toMatchObject({ answers: 0, counts: [0, 0] });
    expect(session.activityState('tea').phase).toBe('open');
    expect(session.answer('a', 'tea', yes, 'before-reset')).toBe('reset');
    expect(session.answer('a', 'tea', no, 'after-reset')).toEqual(['answer:given']);
    expect(session.activityState('tea').tally).toMatchObject({ answers: 1, counts: [0, 1] });
  });

  it('[V5] [P5] given before a reset are refused when they come after it', () => {
    const session = opened();
    const command: Command = {
      type: 'answer:give',
      attendee: 'a',
      activity: 'tea',
      id: 'some-id-1',
      hash: tea.hash,
      round: 1,
      answer: yes,
    };
    session.do({ type: 'activity:reset', activity: 'tea' });
    expect(session.do(command)).toBe('reset');
    expect(session.do({ ...command, round: 2 })).toEqual(['answer:given']);
  });

  it('[V5] to a wording that is no longer asked are refused', () => {
    const session = opened();
    const command: Command = {
      type: 'answer:give',
      attendee: 'a',
      activity: 'tea',
      id: 'some-id-1',
      hash: 'another',
      round: null,
      answer: yes,
    };
    expect(session.do(command)).toBe('reworded');
    expect(session.do({ ...command, hash: tea.hash })).toEqual(['answer:given']);
  });
});
