import { describe, expect, it } from 'vitest';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import { deckOf, maturity, smallDeck, tea } from '../../test/fixtures/small-deck.ts';
import { followedSlide } from './followed-slide.ts';
import { consoleSnapshot } from './project.ts';

/** The fixture's slide of that title, with `html` in it. */
function withHtml(html: string): PureSession {
  const deck = deckOf([{ title: 'Steps', fragments: 1, notes: 'A secret note' }]);
  const session = new PureSession({
    ...deck,
    slides: deck.slides.map((slide) => ({
      ...slide,
      html,
      attributes: { class: 'layout-text accent-3', 'data-background-image': '/slides/a/b.png' },
    })),
  });
  session.show(0);
  return session;
}

describe('[S43] the slide that a phone may follow', () => {
  it('is the present one, with its hue, and without notes or anything else of the deck', () => {
    expect(followedSlide(withHtml('<h2>Steps</h2>').state)).toEqual({
      title: 'Steps',
      accent: 3,
      html: '<h2>Steps</h2>',
    });
  });

  it('holds the steps that are on the stage, and no later one', () => {
    const session = withHtml('<p class="fragment" data-fragment-index="0">The secret step</p>');
    expect(followedSlide(session.state)?.html).toBe('');
    session.show(0, 0);
    expect(followedSlide(session.state)?.html).toContain('The secret step');
    session.show(0, -1);
    expect(followedSlide(session.state)?.html).toBe('');
  });

  it('is none while the stage shows how to join, and none after the end', () => {
    const session = new PureSession();
    expect(followedSlide(session.state)).toBeNull();
    session.show(0);
    expect(followedSlide(session.state)).not.toBeNull();
    session.do({ type: 'join:show', shown: true });
    expect(followedSlide(session.state)).toBeNull();
    session.show(0);
    session.do({ type: 'session:end' });
    expect(followedSlide(session.state)).toBeNull();
  });

  it('is none where phones show a question: the one of the slide, or those of a self-paced session', () => {
    const session = new PureSession(
      deckOf([
        { title: 'Tea', activity: tea },
        { title: 'Words' },
        { title: 'M', activity: maturity },
      ]),
    );
    session.show(0);
    expect(followedSlide(session.state)).toBeNull();
    session.do({ type: 'activity:close', activity: 'tea' });
    expect(followedSlide(session.state)).toBeNull();
    session.show(1);
    expect(followedSlide(session.state)?.title).toBe('Words');
    session.do({ type: 'self-paced:set', on: true });
    expect(followedSlide(session.state)).toBeNull();
  });

  it('says nothing of a question on the slide that has not opened', () => {
    const session = new PureSession(smallDeck);
    session.show(3);
    expect(followedSlide(session.state)?.title).toBe('Second');
    expect(JSON.stringify(followedSlide(session.state))).not.toContain('Again?');
  });

  it('is kept off the phones by the presenter, and comes back', () => {
    const session = new PureSession();
    session.show(0);
    expect(consoleSnapshot(session.state).followed).toBe(true);
    expect(session.do({ type: 'follow:set', on: false })).toEqual(['follow:switched']);
    expect(session.do({ type: 'follow:set', on: false })).toEqual([]);
    expect(followedSlide(session.state)).toBeNull();
    expect(consoleSnapshot(session.state).followed).toBe(false);
    session.do({ type: 'follow:set', on: true });
    expect(followedSlide(session.state)).not.toBeNull();
  });
});
