import { expect, it } from 'vitest';
import { activityTypeNames } from '../../activities/registry.ts';
import { layoutSlide, questionSlide } from '../../deck/slide-examples.ts';
import { firstWritten } from './first-written.ts';

const wordsOf = (slide: string): string => {
  const text = `\n\n${slide}\n`;
  const { from, to } = firstWritten(text);
  return text.slice(from, to);
};

it.each(activityTypeNames)('An author of a new %s replaces the question first', (type) => {
  const slide = questionSlide(type, []);
  expect(`question: ${wordsOf(slide)}`).toBe(/^question: .*$/m.exec(slide)?.[0]);
});

it('An author of any other new slide replaces the heading first, else the first line', () => {
  expect(wordsOf(layoutSlide('default'))).toBe('The one thing to say');
  expect(wordsOf(layoutSlide('chapter'))).toBe('The name of the part');
  expect(wordsOf(layoutSlide('quote'))).toBe('Somebody’s own words.');
});
