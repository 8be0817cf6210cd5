import { describe, expect, it } from 'vitest';
import { Talk, yes } from '../../test/fixtures/talk.ts';
import { compose } from './compose-snapshot.ts';
import { attendeeOutline, attendeeSnapshot } from './project.ts';

function talkThrough(): Talk {
  const talk = new Talk();
  talk.show(1);
  talk.answer('a', 'tea', yes);
  talk.show(4);
  return talk;
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
    const talk = talkThrough();
    for (const type of ['hide', 'reveal', 'close', 'reset', 'open'] as const) {
      talk.do({ type: `activity:${type}`, activity: 'maturity' });
      const { outline, contents } = attendeeOutline(talk.state);
      const [here, tea] = compose(outline, contents).activities;
      const { phase, revealed, round } = talk.activityState('maturity');
      expect(here).toMatchObject({ id: 'maturity', phase, revealed, round });
      expect(here).toMatchObject({ question: 'How far are you?', minAnswers: 5, closesAt: null });
      expect(tea).toMatchObject({ id: 'tea', phase: 'open', hidden: 'answer-first', tally: null });
    }
  });

  it('[S26] names a content anew when its author changes anything of it', () => {
    const before = attendeeOutline(talkThrough().state);
    const again = attendeeOutline(talkThrough().state);
    expect([...again.contents.keys()]).toEqual([...before.contents.keys()]);
    const talk = talkThrough();
    const { deck } = talk.state;
    const activities = deck.activities.map((activity) => ({
      ...activity,
      settings: { ...activity.settings, minAnswers: 9 },
    }));
    talk.do({ type: 'deck:revise', deck: { ...deck, activities, hash: 'another' } });
    const [key] = attendeeOutline(talk.state).contents.keys();
    expect(key).toBeDefined();
    expect([...before.contents.keys()]).not.toContain(key);
  });

  it('[S26] leaves out a question whose content is not known, rather than show half of it', () => {
    const { outline } = attendeeOutline(talkThrough().state);
    expect(compose(outline, new Map()).activities).toEqual([]);
    expect(attendeeSnapshot(talkThrough().state).activities).toHaveLength(2);
  });
});
