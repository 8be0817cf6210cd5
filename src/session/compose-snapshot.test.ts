import { describe, expect, it } from 'vitest';
import { PureSession, yes } from '../../test/fixtures/pure-session.ts';
import { compose } from './compose-snapshot.ts';
import { attendeeOutline, attendeeSnapshot } from './project.ts';

function talkThrough(): PureSession {
  const session = new PureSession();
  session.show(1);
  session.answer('a', 'tea', yes);
  session.show(4);
  return session;
}

describe('the outline of a session', () => {
  it('[S26] names a question by its content, and says only what is unusual of it', () => {
    const { outline, contents } = attendeeOutline(talkThrough().state);
    expect(outline.activities).toEqual([
      { key: expect.stringMatching(/^[0-9a-f]{10}$/) },
      { key: expect.stringMatching(/^[0-9a-f]{10}$/) },
    ]);
    const ids = outline.activities.map(({ key }) => contents.get(key)?.id);
    expect(ids).toEqual(['maturity', 'tea']);
    expect(JSON.stringify(outline)).not.toContain('Tea?');
  });

  it('[S26] composes with its contents to the snapshot, whatever happened to a question', () => {
    const session = talkThrough();
    for (const type of ['hide', 'reveal', 'close', 'reset', 'open'] as const) {
      session.do({ type: `activity:${type}`, activity: 'maturity' });
      const { outline, contents } = attendeeOutline(session.state);
      const [here, tea] = compose(outline, contents).activities;
      const { phase, revealed, round } = session.activityState('maturity');
      expect(here).toMatchObject({ id: 'maturity', phase, revealed, round });
      expect(here).toMatchObject({ question: 'How far are you?', minAnswers: 5, closesAt: null });
      expect(tea).toMatchObject({ id: 'tea', phase: 'open', hidden: 'answer-first', tally: null });
    }
  });

  it('[S26] names a content anew when its author changes anything of it', () => {
    const before = attendeeOutline(talkThrough().state);
    const again = attendeeOutline(talkThrough().state);
    expect([...again.contents.keys()]).toEqual([...before.contents.keys()]);
    const session = talkThrough();
    const { deck } = session.state;
    const activities = deck.activities.map((activity) => ({
      ...activity,
      settings: { ...activity.settings, minAnswers: 9 },
    }));
    session.do({ type: 'deck:revise', deck: { ...deck, activities, hash: 'another' } });
    const [key] = attendeeOutline(session.state).contents.keys();
    expect(key).toBeDefined();
    expect([...before.contents.keys()]).not.toContain(key);
  });

  it('[S26] leaves out a question whose content is not known, rather than show half of it', () => {
    const { outline } = attendeeOutline(talkThrough().state);
    expect(compose(outline, new Map()).activities).toEqual([]);
    expect(attendeeSnapshot(talkThrough().state).activities).toHaveLength(2);
  });
});
