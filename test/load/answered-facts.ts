import { activityType } from '../../src/activities/registry.ts';
import type { Deck } from '../../src/deck/deck.ts';
import type { Fact, StoredFact } from '../../src/session/facts.ts';

/** Milliseconds between two facts. */
const APART = 10;
const START = Date.parse('2026-11-26T13:00:00Z');

/**
 * The facts of a session in which every question was opened, answered by all attendees and closed, and its
 * correct answer revealed. The answers are the samples of the activity types, the same at each call.
 */
export function* answeredFacts(
  deck: Deck,
  attendees: number,
  code = '123456',
): Generator<StoredFact, undefined> {
  let seq = 0;
  const stored = (fact: Fact): StoredFact => {
    seq += 1;
    return { seq, at: START + seq * APART, fact };
  };
  yield stored({ type: 'session:started', code, secret: 'secret', deck });
  for (const slide of deck.slides) {
    const { h, v, activity: id } = slide;
    yield stored({ type: 'slide:shown', position: { h, v, f: -1 } });
    const activity = deck.activities.find((one) => one.id === id);
    if (activity === undefined) continue;
    const rules = activityType(activity.type);
    const content = rules.publicContent(activity.content);
    yield stored({ type: 'activity:opened', activity: activity.id });
    for (let attendee = 0; attendee < attendees; attendee += 1) {
      const checked = rules.check(activity.content, rules.sampleAnswer(content, attendee));
      if (!checked.ok) throw new Error(`${activity.id}: ${checked.error}`);
      yield stored({
        ...{ type: 'answer:given', activity: activity.id, hash: activity.hash, round: 1 },
        ...{ attendee: attendeeId(code, attendee), id: `answer-${seq}`, answer: checked.value },
      });
    }
    yield stored({ type: 'activity:closed', activity: activity.id });
    const hasAnswer = rules.correctAnswer(activity.content) !== null;
    if (hasAnswer) yield stored({ type: 'activity:answer-revealed', activity: activity.id });
  }
  yield stored({ type: 'session:ended' });
}

/** 20 hex digits, as the server makes them, other ones in each session; the first is no digit. */
function attendeeId(code: string, attendee: number): string {
  return `a${code}${attendee.toString(16).padStart(13, '0')}`;
}
