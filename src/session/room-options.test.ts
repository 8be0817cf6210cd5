import { describe, expect, it } from 'vitest';
import { deckOf, question } from '../../test/fixtures/small-deck.ts';
import { PureSession } from '../../test/fixtures/pure-session.ts';
import type { Activity } from '../activities/contract.ts';
import type { PollContent } from '../activities/poll/poll.ts';
import type { Json } from '../lib/json.ts';
import { countReadyTexts } from '../apps/console/count-ready-texts.ts';
import { consoleSnapshot, stageSnapshot } from './project.ts';
import { report } from './results.ts';
import type { Command } from './commands.ts';

const pain = question('open-text', { id: 'pain', question: 'What hurts?' });
const weigh = (options: Record<string, unknown> = {}): Activity =>
  question('poll', {
    ...{ id: 'weigh', question: 'Which most?', 'options-from': { activity: 'pain', top: 3 } },
    ...options,
  });
const deck = (weighed = weigh()) =>
  deckOf([
    { title: 'First', activity: pain },
    { title: 'Second', activity: weighed },
  ]);

class Room extends PureSession {
  write(attendee: string, text: string): void {
    this.answer(attendee, 'pain', { choice: null, text });
  }

  approve(...texts: string[]): void {
    for (const text of texts) {
      this.do({ type: 'activity:control', activity: 'pain', control: { approve: `:${text}` } });
    }
  }

  options(): readonly string[] {
    // Sound: the question is a poll.
    return (this.activityState('weigh').activity.content as PollContent).options;
  }
}

/** A room in which "Slow builds" was written twice, two more texts once, and all were approved. */
function roomWithTexts(): Room {
  const room = new Room(deck());
  room.show(0);
  room.write('a', 'No tests');
  room.write('b', 'Slow builds');
  room.write('c', 'slow builds');
  room.write('d', 'Meetings');
  room.approve('No tests', 'Slow builds', 'Meetings');
  return room;
}

const open: Command = { type: 'activity:open', activity: 'weigh' };
const reset: Command = { type: 'activity:reset', activity: 'weigh' };
const first = { choices: [0], other: null };

describe('[S76] options that the room wrote', () => {
  it('are the texts that were approved, the most frequent first, once the question opens', () => {
    const room = roomWithTexts();
    room.write('e', 'A remark that nobody has approved');
    expect(room.show(1)).toEqual(['slide:shown', 'options:taken', 'activity:opened']);
    expect(room.options()).toEqual(['Slow builds', 'Meetings', 'No tests']);
    room.answer('a', 'weigh', first);
    expect(stageSnapshot(room.state).activities[1]).toMatchObject({
      content: { options: ['Slow builds', 'Meetings', 'No tests'] },
      tally: { counts: [1, 0, 0] },
    });
  });

  it('stay as they were when the question opened, whatever is approved later', () => {
    const room = roomWithTexts();
    room.show(1);
    room.answer('a', 'weigh', first);
    room.do({ type: 'activity:close', activity: 'weigh' });
    room.do({ type: 'activity:control', activity: 'pain', control: { reject: ':Slow builds' } });
    expect(room.do(open)).toEqual(['activity:opened']);
    expect(room.options()[0]).toBe('Slow builds');
    expect(report(room.state).rows.at(-1)).toMatchObject({
      activity: 'weigh',
      choice: 'Slow builds',
    });
  });

  it('are waited for: with fewer than two, the slide is shown and the question stays closed', () => {
    const room = new Room(deck());
    room.show(0);
    room.write('a', 'No tests');
    room.approve('No tests');
    expect(room.show(1)).toEqual(['slide:shown']);
    expect(room.do(open)).toBe('no-options');
    expect(room.do({ type: 'self-paced:set', on: true })).toEqual(['self-paced:switched']);
    room.write('b', 'Meetings');
    room.approve('Meetings');
    expect(room.do(open)).toEqual(['options:taken', 'activity:opened']);
  });

  it('[S99] are announced with the question for which people write, and the console counts them', () => {
    const room = new Room(deck());
    expect(stageSnapshot(room.state).activities[1]?.awaits).toEqual({ activity: 'pain', top: 3 });
    room.show(0);
    room.write('a', 'No tests');
    room.write('b', 'Meetings');
    room.approve('No tests');
    room.show(1);
    const { activities } = consoleSnapshot(room.state);
    expect(activities[1]?.awaits).toMatchObject({ activity: 'pain', question: 'What hurts?' });
    expect(countReadyTexts(activities[0]?.ownTally ?? null)).toBe(1);
    room.approve('Meetings');
    const [source] = consoleSnapshot(room.state).activities;
    expect(countReadyTexts(source?.ownTally ?? null)).toBe(2);
  });

  it('are taken anew by a reset, and an undo brings the earlier ones back with their answers', () => {
    const room = roomWithTexts();
    room.show(1);
    room.answer('a', 'weigh', first);
    room.do({ type: 'activity:control', activity: 'pain', control: { reject: ':Slow builds' } });
    room.do(reset);
    expect(room.options()).toEqual(['Meetings', 'No tests']);
    room.answer('b', 'weigh', first);
    const step = room.state.steps.at(-1)?.number ?? 0;
    room.do({ type: 'step:undo', step, at: 0 });
    expect(room.options()).toEqual(['Slow builds', 'Meetings', 'No tests']);
    expect(room.activityState('weigh').tally).toMatchObject({ counts: [1, 0, 0] });
    const rows = report(room.state).rows.filter(({ activity }) => activity === 'weigh');
    expect(rows.map(({ choice, status }) => [choice, status])).toEqual([
      ['Slow builds', 'current'],
      ['Meetings', 'superseded'],
    ]);
  });

  it('are not there any more once their opening is undone, until somebody has answered', () => {
    const room = roomWithTexts();
    const undo = () =>
      room.do({ type: 'step:undo', step: room.state.steps.at(-1)?.number ?? 0, at: 0 });
    room.show(1);
    undo();
    expect(room.options().join('')).toBe('');
    room.show(1);
    room.answer('a', 'weigh', first);
    undo();
    expect(room.options()).toHaveLength(3);
    expect(room.activityState('weigh')).toMatchObject({
      phase: 'waiting',
      tally: { counts: [1, 0, 0] },
    });
  });

  it('stay while the question is open, also where self-paced mode opens it once more', () => {
    const room = roomWithTexts();
    room.do({ type: 'deck:revise', deck: deck(weigh({ 'close-after': 60 })) });
    room.show(1);
    room.do({ type: 'activity:control', activity: 'pain', control: { reject: ':Slow builds' } });
    expect(room.do({ type: 'self-paced:set', on: true })).toContain('activity:opened');
    expect(room.options()).toHaveLength(3);
  });

  it('[V3] tell a late copy of a discarded answer also where they come back', () => {
    const room = roomWithTexts();
    room.show(1);
    room.answer('a', 'weigh', first, 'late');
    room.do({ type: 'activity:control', activity: 'pain', control: { reject: ':Slow builds' } });
    room.do(reset);
    room.approve('Slow builds');
    room.do(reset);
    expect(room.answer('a', 'weigh', first, 'late')).toBe('reset');
  });

  it('are kept, and their answers, over a revision of the deck that words the question the same', () => {
    const room = roomWithTexts();
    room.show(1);
    room.answer('a', 'weigh', first);
    room.do({ type: 'deck:revise', deck: deck(weigh({ results: 'revealed' })) });
    expect(room.options()).toEqual(['Slow builds', 'Meetings', 'No tests']);
    expect(room.activityState('weigh').tally).toMatchObject({ counts: [1, 0, 0] });
    expect(room.activityState('weigh').activity.settings.results).toBe('revealed');
  });

  it('are never more than the author asked for', () => {
    const room = roomWithTexts();
    room.write('e', 'Old laptops');
    room.approve('Old laptops');
    room.show(1);
    expect(room.options()).toHaveLength(3);
  });

  it.each(['ranking', 'points', 'compare', 'matrix'])('can be those of a %s', (type) => {
    const axes = type === 'matrix' ? { x: 'Effort', y: 'Use' } : {};
    const options = { id: 'weigh', question: 'Which?', 'options-from': 'pain', ...axes };
    const room = new Room(deck(question(type, options)));
    room.show(0);
    room.write('a', 'No tests');
    room.write('b', 'Meetings');
    room.approve('No tests', 'Meetings');
    room.show(1);
    expect(JSON.stringify(room.activityState('weigh').activity.content)).toContain(
      '["Meetings","No tests"]',
    );
    const answers: Record<string, Json> = {
      points: { points: [60, 40] },
      ranking: { order: [1, 0] },
      matrix: { positions: [[0, 100], null] },
      compare: { judgements: [[0, 1, 'first']] },
    };
    expect(room.answer('a', 'weigh', answers[type] ?? null)).toEqual(['answer:given']);
  });
});
