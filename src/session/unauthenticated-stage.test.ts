import { describe, expect, it } from 'vitest';
import { deckOf, smallDeck, tea } from '../../test/fixtures/small-deck.ts';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import {
  unauthenticatedDeck,
  unauthenticatedNews,
  unauthenticatedSnapshot,
} from './unauthenticated-stage.ts';
import { stageDeck, stageSnapshot } from './project.ts';

/** All that a stage which opens just now is sent. */
function seen({ state }: PureSession): string {
  return JSON.stringify([unauthenticatedDeck(state), unauthenticatedSnapshot(state)]);
}

describe('a stage without the key', () => {
  it('[A10] is sent no slide before it was shown, and no question on it', () => {
    const session = new PureSession();
    session.show(1);
    expect(seen(session)).toContain('<h2>Title</h2>');
    expect(seen(session)).toContain('<h2>First</h2>');
    expect(seen(session)).toContain('Tea?');
    expect(seen(session)).not.toMatch(/Steps|Second|Again\?|Third|How far are you\?|End/);
  });

  it('[A10] is not sent what was skipped', () => {
    const session = new PureSession();
    session.show(5);
    expect(seen(session)).toContain('<h2>End</h2>');
    expect(seen(session)).not.toMatch(/First|Steps|Second|Third/);
  });

  it('[A10] has a place for each slide, and keeps what it has seen', () => {
    const session = new PureSession();
    session.show(2);
    session.show(0);
    const { slides } = unauthenticatedDeck(session.state);
    expect(slides.map(({ h, title }) => [h, title])).toEqual([
      [0, 'Title'],
      [1, ''],
      [2, 'Steps'],
      [3, ''],
      [4, ''],
      [5, ''],
    ]);
  });

  it('[A10] [S17] is sent a slide when it is shown, and no other', () => {
    const session = new PureSession();
    const known = new Set(session.state.shown);
    session.show(2);
    const news = unauthenticatedNews(session.state, known);
    expect(news.slides).toEqual([stageDeck(session.state.deck).slides[2]]);
    expect(news.hash).toBe(unauthenticatedDeck(session.state).hash);
    session.show(0);
    expect(unauthenticatedNews(session.state, new Set(session.state.shown)).slides).toEqual([]);
  });

  it('[S5] knows a question that was opened from elsewhere, as phones do', () => {
    const session = new PureSession();
    session.do({ type: 'activity:open', activity: 'maturity' });
    expect(unauthenticatedSnapshot(session.state).activities.map(({ id }) => id)).toEqual([
      'maturity',
    ]);
  });

  it('[A10] has everything once all was shown, by another name than a stage with the key', () => {
    const session = new PureSession();
    for (const h of smallDeck.slides.keys()) session.show(h);
    const [own, whole] = [unauthenticatedDeck(session.state), stageDeck(session.state.deck)];
    expect(own.slides).toEqual(whole.slides);
    expect(own.hash).not.toBe(whole.hash);
    expect(unauthenticatedSnapshot(session.state).deck).toBe(own.hash);
    expect(unauthenticatedSnapshot(session.state).activities).toEqual(
      stageSnapshot(session.state).activities,
    );
  });

  it('[A10] sees the slide at which the talk is, however it is edited, and nothing else of the new deck', () => {
    const session = new PureSession(
      deckOf([{ title: 'Title' }, { title: 'First' }, { title: 'End' }]),
    );
    session.show(1);
    const deck = deckOf([{ title: 'Title' }, { title: 'Edited' }, { title: 'Another end' }]);
    session.do({ type: 'deck:revise', deck });
    expect(seen(session)).toContain('Edited');
    expect(seen(session)).not.toContain('Another end');
  });

  it('[A12] has no hash that confirms a guess at a slide it was not sent', () => {
    const ending = (title: string, secret: string): string => {
      const session = new PureSession(deckOf([{ title: 'Title', activity: tea }, { title }]));
      Object.assign(session.state, { secret });
      return seen(session);
    };
    const sent = ending('It is 80%', 'the-signing-secret');
    expect(sent).not.toBe(ending('It is 80%', 'a guess at it'));
    expect(sent).not.toContain('the-signing-secret');
  });
});
