import { describe, expect, it } from 'vitest';
import { deckOf } from '../../test/fixtures/small-deck.ts';
import { PureSession, yes } from '../../test/fixtures/pure-session.ts';
import { replay } from './evolve.ts';
import { stageSnapshot } from './project.ts';
import { unauthenticatedSnapshot } from './unauthenticated-stage.ts';

const isShown = ({ state }: PureSession): boolean => stageSnapshot(state).joinCorner;

describe('the small QR code beside the slide', () => {
  it('[P15] is there until the talk leaves the first question that was answered', () => {
    const session = new PureSession();
    session.show(0);
    expect(isShown(session)).toBe(true);
    session.show(1);
    session.answer('ann', 'tea', yes);
    // Others still join to answer the same question.
    expect(isShown(session)).toBe(true);
    session.show(2);
    expect(isShown(session)).toBe(false);
    session.show(1);
    expect(isShown(session)).toBe(false);
  });

  it('[P15] stays when a question was passed that nobody has answered', () => {
    const session = new PureSession();
    session.show(1);
    session.show(2);
    expect(isShown(session)).toBe(true);
  });

  it('[P15] comes and goes as the presenter wants, also after a restart and on every stage', () => {
    const session = new PureSession();
    session.show(0);
    expect(session.do({ type: 'join-corner:show', shown: false })).toEqual(['join-corner:shown']);
    expect(isShown(session)).toBe(false);
    expect(session.do({ type: 'join-corner:show', shown: true })).toEqual(['join-corner:shown']);
    session.show(1);
    session.answer('ann', 'tea', yes);
    session.show(2);
    expect(isShown(session)).toBe(true);
    expect(unauthenticatedSnapshot(session.state).joinCorner).toBe(true);
    const again = replay(session.facts);
    expect(again === null ? null : stageSnapshot(again).joinCorner).toBe(true);
  });

  it('[P15] [S14] changes nothing where it is as it is wanted', () => {
    const session = new PureSession();
    expect(session.do({ type: 'join-corner:show', shown: true })).toEqual([]);
  });

  it('[P15] is not there where nothing is asked, nor after the end', () => {
    const silent = new PureSession(deckOf([{ title: 'Alone' }]));
    silent.show(0);
    expect(isShown(silent)).toBe(false);
    const ended = new PureSession();
    ended.do({ type: 'session:end' });
    expect(isShown(ended)).toBe(false);
  });
});
