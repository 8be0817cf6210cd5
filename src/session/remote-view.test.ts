import { describe, expect, it } from 'vitest';
import { PureSession, yes } from '../../test/fixtures/pure-session.ts';
import { replay } from './evolve.ts';
import { remoteDeck, remoteSnapshot } from './remote-view.ts';

describe('the session on a remote', () => {
  it('[A21] has the titles and notes of all slides, and neither slides, contents nor tallies', () => {
    const session = new PureSession();
    session.show(1);
    session.answer('ann', 'tea', yes);
    const { slides } = remoteDeck(session.state.deck);
    const { activities } = remoteSnapshot(session.state);
    const tea = activities.find(({ id }) => id === 'tea');
    expect(tea).toMatchObject({ phase: 'open', answered: 1, question: expect.any(String) });
    expect(slides.map(({ title }) => title)).toEqual(
      session.state.deck.slides.map(({ title }) => title),
    );
    for (const secret of ['html', 'attributes', 'content', 'tally', 'ownTally', 'hash']) {
      for (const part of [...slides, ...activities]) expect(part).not.toHaveProperty(secret);
    }
  });

  it('[S49] knows since when the present slide is shown: its steps, a blank and the join screen change nothing', () => {
    const session = new PureSession();
    const since = () => remoteSnapshot(session.state).slideStartedAt;
    expect(since()).toBeNull();
    session.show(2);
    const first = session.state.at;
    expect(since()).toBe(first);
    session.show(2, 0);
    session.do({ type: 'stage:blank', on: true });
    session.do({ type: 'join:show', shown: true });
    session.show(2, 1);
    expect(since()).toBe(first);
    session.show(1);
    const shown = session.facts.findLast(({ fact }) => fact.type === 'slide:shown');
    expect(since()).toBe(shown?.at);
    expect(replay(session.facts)?.slideStartedAt).toBe(shown?.at);
  });
});

describe('the generation of remotes', () => {
  it('[A20] grows when they are disconnected and when the session ends, and is in its facts', () => {
    const session = new PureSession();
    session.show(1);
    expect(session.state.remoteGeneration).toBe(0);
    expect(session.do({ type: 'remotes:disconnect' })).toEqual(['remotes:disconnected']);
    expect(session.state.remoteGeneration).toBe(1);
    session.do({ type: 'session:end' });
    expect(session.do({ type: 'remotes:disconnect' })).toBe('session-ended');
    expect(session.state.remoteGeneration).toBe(2);
    expect(replay(session.facts)?.remoteGeneration).toBe(2);
  });
});
