import { describe, expect, it } from 'vitest';
import { tea } from '../../test/fixtures/small-deck.ts';
import { no, Talk, yes } from '../../test/fixtures/talk.ts';
import type { Command } from './commands.ts';

describe('the slides of a session', () => {
  it('[S15] begin at the first, behind the join screen', () => {
    const { state } = new Talk();
    expect(state.position).toEqual({ h: 0, v: 0, f: -1 });
    expect(state.joinShown).toBe(true);
  });

  it('[S15] leave the join screen when the first slide is shown, and the talk begins', () => {
    const talk = new Talk();
    expect(talk.show(0)).toEqual(['slide:shown']);
    expect(talk.state.joinShown).toBe(false);
    expect(talk.state.talkStartedAt).toBe(2000);
    talk.show(1);
    expect(talk.state.talkStartedAt).toBe(2000);
  });

  it('[S15] are only those of the deck', () => {
    const talk = new Talk();
    expect(talk.show(6)).toBe('unknown-slide');
    expect(talk.do({ type: 'slide:show', position: { h: 0, v: 1, f: 0 } })).toBe('unknown-slide');
  });

  it('[S15] have only the fragments that they have', () => {
    const talk = new Talk();
    talk.show(2, 99);
    expect(talk.state.position).toEqual({ h: 2, v: 0, f: 1 });
  });

  it('[S14] change nothing when shown again', () => {
    const talk = new Talk();
    talk.show(2);
    expect(talk.show(2)).toEqual([]);
  });

  it('[S15] can be covered by the join screen again', () => {
    const talk = new Talk();
    talk.show(2, 1);
    expect(talk.do({ type: 'join:show', shown: true })).toEqual(['join:shown']);
    expect(talk.show(2, 1)).toEqual(['slide:shown']);
    expect(talk.state.joinShown).toBe(false);
  });
});

describe('the phase of a question', () => {
  it('[P1] opens when the talk arrives', () => {
    const talk = new Talk();
    expect(talk.activityState('tea').phase).toBe('waiting');
    expect(talk.show(1)).toEqual(['slide:shown', 'activity:opened']);
    expect(talk.activityState('tea').phase).toBe('open');
  });

  it('[P1] waits for the console where its author says `open: manual`', () => {
    const talk = new Talk();
    expect(talk.show(3)).toEqual(['slide:shown']);
    expect(talk.answer('a', 'vote', yes)).toBe('not-open');
    expect(talk.do({ type: 'activity:open', activity: 'vote' })).toEqual(['activity:opened']);
    expect(talk.answer('a', 'vote', yes)).toEqual(['answer:given']);
  });

  it('[P2] does not open again by itself once it was closed', () => {
    const talk = new Talk();
    talk.show(1);
    talk.do({ type: 'activity:close', activity: 'tea' });
    talk.show(2);
    talk.show(1);
    expect(talk.activityState('tea').phase).toBe('closed');
    talk.do({ type: 'activity:open', activity: 'tea' });
    expect(talk.activityState('tea').phase).toBe('open');
  });

  it('[P1] stays open when the talk moves on: a slow thumb still counts', () => {
    const talk = new Talk();
    talk.show(1);
    talk.show(2);
    expect(talk.answer('a', 'tea', yes)).toEqual(['answer:given']);
  });

  it('[S7] is closed by the end of the session, and nothing happens after that', () => {
    const talk = new Talk();
    talk.show(1);
    expect(talk.do({ type: 'session:end' })).toEqual(['session:ended']);
    expect(talk.activityState('tea').phase).toBe('closed');
    expect(talk.show(2)).toBe('session-ended');
    expect(talk.answer('a', 'tea', yes)).toBe('session-ended');
    expect(talk.do({ type: 'session:end' })).toEqual([]);
  });

  it('[S11] is that of a question of the deck only', () => {
    const talk = new Talk();
    for (const type of ['open', 'close', 'reveal', 'hide', 'reset'] as const) {
      const command: Command = { type: `activity:${type}`, activity: '__proto__' };
      expect(talk.do(command)).toBe('unknown-activity');
    }
  });
});

describe('answers', () => {
  const opened = (): Talk => {
    const talk = new Talk();
    talk.show(1);
    return talk;
  };

  it('[V2] count once for each attendee, the latest of them', () => {
    const talk = opened();
    talk.answer('a', 'tea', yes);
    talk.answer('b', 'tea', yes);
    talk.answer('a', 'tea', no);
    expect(talk.activityState('tea').tally).toMatchObject({ answers: 2, counts: [1, 1] });
  });

  it('[V3] with the same id are one answer', () => {
    const talk = opened();
    expect(talk.answer('a', 'tea', yes, 'same-id-1')).toEqual(['answer:given']);
    expect(talk.answer('a', 'tea', no, 'same-id-1')).toEqual([]);
    expect(talk.activityState('tea').tally).toMatchObject({ counts: [1, 0] });
  });

  it('[V4] that come a second time after a newer one change nothing', () => {
    const talk = opened();
    talk.answer('a', 'tea', yes, 'first-id');
    talk.answer('a', 'tea', no, 'newer-id');
    expect(talk.answer('a', 'tea', yes, 'first-id')).toEqual([]);
    expect(talk.activityState('tea').tally).toMatchObject({ counts: [0, 1] });
  });

  it('[V3] of two attendees may have the same id', () => {
    const talk = opened();
    talk.answer('a', 'tea', yes, 'same-id-1');
    expect(talk.answer('b', 'tea', no, 'same-id-1')).toEqual(['answer:given']);
    expect(talk.activityState('tea').tally).toMatchObject({ counts: [1, 1] });
  });

  it('[V5] [V6] are refused before the question opens, after it closes, and where they do not fit', () => {
    const talk = new Talk();
    expect(talk.answer('a', 'tea', yes)).toBe('not-open');
    talk.show(1);
    expect(talk.answer('a', 'tea', { choices: [2], other: null })).toBe('unfitting-answer');
    expect(talk.answer('a', 'missing', yes)).toBe('unknown-activity');
    talk.do({ type: 'activity:close', activity: 'tea' });
    expect(talk.answer('a', 'tea', yes)).toBe('not-open');
  });

  it('[V3] that were recorded are acknowledged again, after the close and after the end, too', () => {
    const talk = opened();
    talk.answer('a', 'tea', yes, 'in-time');
    talk.do({ type: 'activity:close', activity: 'tea' });
    expect(talk.answer('a', 'tea', yes, 'in-time')).toEqual([]);
    talk.do({ type: 'session:end' });
    expect(talk.answer('a', 'tea', yes, 'in-time')).toEqual([]);
  });

  it('[P5] are gone after a reset, and a late copy of one does not come back', () => {
    const talk = opened();
    talk.answer('a', 'tea', yes, 'before-reset');
    talk.do({ type: 'activity:reset', activity: 'tea' });
    expect(talk.activityState('tea').tally).toMatchObject({ answers: 0, counts: [0, 0] });
    expect(talk.activityState('tea').phase).toBe('open');
    expect(talk.answer('a', 'tea', yes, 'before-reset')).toBe('reset');
    expect(talk.answer('a', 'tea', no, 'after-reset')).toEqual(['answer:given']);
    expect(talk.activityState('tea').tally).toMatchObject({ answers: 1, counts: [0, 1] });
  });

  it('[V5] [P5] given before a reset are refused when they come after it', () => {
    const talk = opened();
    const command: Command = {
      type: 'answer:give',
      attendee: 'a',
      activity: 'tea',
      id: 'some-id-1',
      hash: tea.hash,
      round: 1,
      answer: yes,
    };
    talk.do({ type: 'activity:reset', activity: 'tea' });
    expect(talk.do(command)).toBe('reset');
    expect(talk.do({ ...command, round: 2 })).toEqual(['answer:given']);
  });

  it('[V5] to a wording that is no longer asked are refused', () => {
    const talk = opened();
    const command: Command = {
      type: 'answer:give',
      attendee: 'a',
      activity: 'tea',
      id: 'some-id-1',
      hash: 'another',
      round: null,
      answer: yes,
    };
    expect(talk.do(command)).toBe('reworded');
    expect(talk.do({ ...command, hash: tea.hash })).toEqual(['answer:given']);
  });
});
