import { describe, expect, it } from 'vitest';
import { readNewDeckName } from '../deck-name.ts';
import { proposeName } from './propose-name.ts';

describe('the name that is proposed', () => {
  it.each([
    ['My talk.zip', 'T', 'my-talk'],
    ['Über uns (2).zip', 'T', 'uber-uns'],
    ['slides.md', 'Growing tomatoes!', 'growing-tomatoes'],
    ['deck.zip', 'プレゼン', 'deck'],
    ['con', 'T', 'deck-con'],
    ['2026_plan.v2.md', 'T', '2026-plan-v2'],
    ['x'.repeat(99), 'T', 'x'.repeat(64)],
    ['../../etc/passwd', 'T', 'etc-passwd'],
  ])('of %j with the title %j is %j', (file, title, name) => {
    expect(proposeName(file, title)).toBe(name);
    expect(readNewDeckName(proposeName(file, title))).toMatchObject({ ok: true });
  });
});
