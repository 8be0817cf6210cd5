import { describe, expect, it } from 'vitest';
import { deckOf, smallDeck, tea } from '../../test/fixtures/small-deck.ts';
import { Talk } from '../../test/fixtures/talk.ts';
import {
  unauthenticatedDeck,
  unauthenticatedNews,
  unauthenticatedSnapshot,
} from './unauthenticated-stage.ts';
import { stageDeck, stageSnapshot } from './project.ts';

/** All that a stage which opens just now is sent. */
function seen({ state }: Talk): string {
  return JSON.stringify([unauthenticatedDeck(state), unauthenticatedSnapshot(state)]);
}

describe('a stage without the key', () => {
  it('[A10] is sent no slide before it was shown, and no question on it', () => {
    const talk = new Talk();
    talk.show(1);
    expect(seen(talk)).toContain('<h2>Title</h2>');
    expect(seen(talk)).toContain('<h2>First</h2>');
    expect(seen(talk)).toContain('Tea?');
    expect(seen(talk)).not.toMatch(/Steps|Second|Again\?|Third|How far are you\?|End/);
  });

  it('[A10] is not sent what was skipped', () => {
    const talk = new Talk();
    talk.show(5);
    expect(seen(talk)).toContain('<h2>End</h2>');
    expect(seen(talk)).not.toMatch(/First|Steps|Second|Third/);
  });

  it('[A10] has a place for each slide, and keeps what it has seen', () => {
    const talk = new Talk();
    talk.show(2);
    talk.show(0);
    const { slides } = unauthenticatedDeck(talk.state);
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
    const talk = new Talk();
    const known = new Set(talk.state.shown);
    talk.show(2);
    const news = unauthenticatedNews(talk.state, known);
    expect(news.slides).toEqual([stageDeck(talk.state.deck).slides[2]]);
    expect(news.hash).toBe(unauthenticatedDeck(talk.state).hash);
    talk.show(0);
    expect(unauthenticatedNews(talk.state, new Set(talk.state.shown)).slides).toEqual([]);
  });

  it('[S5] knows a question that was opened from elsewhere, as phones do', () => {
    const talk = new Talk();
    talk.do({ type: 'activity:open', activity: 'maturity' });
    expect(unauthenticatedSnapshot(talk.state).activities.map(({ id }) => id)).toEqual([
      'maturity',
    ]);
  });

  it('[A10] has everything once all was shown, by another name than a stage with the key', () => {
    const talk = new Talk();
    for (const h of smallDeck.slides.keys()) talk.show(h);
    const [own, whole] = [unauthenticatedDeck(talk.state), stageDeck(talk.state.deck)];
    expect(own.slides).toEqual(whole.slides);
    expect(own.hash).not.toBe(whole.hash);
    expect(unauthenticatedSnapshot(talk.state).deck).toBe(own.hash);
    expect(unauthenticatedSnapshot(talk.state).activities).toEqual(
      stageSnapshot(talk.state).activities,
    );
  });

  it('[A10] sees the slide at which the talk is, however it is edited, and nothing else of the new deck', () => {
    const talk = new Talk(deckOf([{ title: 'Title' }, { title: 'First' }, { title: 'End' }]));
    talk.show(1);
    const deck = deckOf([{ title: 'Title' }, { title: 'Edited' }, { title: 'Another end' }]);
    talk.do({ type: 'deck:revise', deck });
    expect(seen(talk)).toContain('Edited');
    expect(seen(talk)).not.toContain('Another end');
  });

  it('[A12] has no hash that confirms a guess at a slide it was not sent', () => {
    const ending = (title: string, secret: string): string => {
      const talk = new Talk(deckOf([{ title: 'Title', activity: tea }, { title }]));
      Object.assign(talk.state, { secret });
      return seen(talk);
    };
    const sent = ending('It is 80%', 'the-signing-secret');
    expect(sent).not.toBe(ending('It is 80%', 'a guess at it'));
    expect(sent).not.toContain('the-signing-secret');
  });
});
