import { describe, expect, it } from 'vitest';
import type { StepFact } from '../session/facts.ts';
import { smallDeck } from '../../test/fixtures/small-deck.ts';
import { keptLabel, noticeLabel, stepLabel, type CountedSnapshot } from './step-label.ts';

const at = (h: number, f = -1): StepFact => ({ type: 'slide:shown', position: { h, v: 0, f } });
const reset: StepFact = { type: 'activity:reset', activity: 'tea' };

describe('[S47] a step in words', () => {
  it('names the slide, and the step of the slide', () => {
    expect(stepLabel(at(1), smallDeck, 1)).toBe('Slide 2 shown');
    expect(stepLabel(at(2, 1), smallDeck, 2)).toBe('Slide 3, step 2 shown');
  });

  it('names the slide of a question that is on another one', () => {
    expect(stepLabel(reset, smallDeck, 1)).toBe('Question reset');
    expect(stepLabel(reset, smallDeck, 4)).toBe('Question reset on slide 2');
  });

  it('tells what was switched, and which way', () => {
    const { type } = { type: 'self-paced:switched' as const };
    expect(stepLabel({ type, on: true }, smallDeck, 0)).toBe('Self-paced turned on');
    expect(stepLabel({ type, on: false }, smallDeck, 0)).toBe('Self-paced turned off');
  });

  it('has the words of the activity type for a control', () => {
    const step = { type: 'activity:controlled', activity: 'tea', control: {} } as const;
    expect(stepLabel({ ...step, label: 'Word pinned' }, smallDeck, 1)).toBe('Word pinned');
    expect(stepLabel(step, smallDeck, 1)).toBe('Answers changed');
  });
});

describe('[P20] the notice of a slide that is undone', () => {
  const step = { ...at(3), step: 7 };
  const notice = (now: Partial<CountedSnapshot>): string => {
    const snapshot = { joinShown: false, closingShown: false, activities: [], ...now };
    const position = now.position ?? { h: 1, v: 0, f: -1 };
    return noticeLabel({ step, isUndone: true }, smallDeck, { ...snapshot, position });
  };

  it('names the place to which it leads back', () => {
    expect(notice({})).toBe('Back on slide 2.');
    expect(notice({ position: { h: 2, v: 0, f: 1 } })).toBe('Back on slide 3, step 2.');
    expect(notice({ joinShown: true })).toBe('Back on the join screen.');
    expect(notice({ closingShown: true })).toBe('Back on the closing slide.');
  });
});

describe('[S48] the words for the answers of a step that was undone', () => {
  const teaWith = (answered: number, phase: 'waiting' | 'open') => [{ id: 'tea', answered, phase }];

  it('count those that wait with their question', () => {
    expect(keptLabel(at(1), smallDeck, teaWith(2, 'waiting'))).toBe('2 answers kept.');
    expect(keptLabel(at(1), smallDeck, teaWith(0, 'waiting'))).toBe('');
    expect(keptLabel(at(1), smallDeck, teaWith(2, 'open'))).toBe('');
    expect(keptLabel(at(2), smallDeck, teaWith(2, 'waiting'))).toBe('');
  });

  it('count those that come back after a reset', () => {
    expect(keptLabel(reset, smallDeck, teaWith(1, 'open'))).toBe('1 answer back.');
  });
});
