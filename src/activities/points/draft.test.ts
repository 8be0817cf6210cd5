import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PointsContent } from './content.ts';
import { draftOf, readDraft, stepped, withText } from './draft.ts';
import { points } from './points.ts';

const CONTENT: PointsContent = { options: ['Tea', 'Coffee', 'Water'], total: 100, step: 5 };

describe('the draft of points', () => {
  it('begins with nothing given out, or with the given answer', () => {
    expect(draftOf(CONTENT, null)).toEqual(['0', '0', '0']);
    expect(draftOf(CONTENT, { points: [60, 40, 0] })).toEqual(['60', '40', '0']);
  });

  it.each([
    [['0', '0', '0'], 100, '100 points left.'],
    [['60', '25', ''], 15, '15 points left.'],
    [['60', '25', '15'], 0, null],
    [['60', '45', '0'], -5, '5 points too many.'],
    [['60', '40', ' 0 '], 0, null],
    [['٦٠', '40', '0'], 0, null],
    [['60', '37', '3'], 0, 'Coffee: give points in steps of 5.'],
    [['60', '37', 'x'], 3, 'Water: type a whole number, in digits.'],
    [['60', '-5', '45'], -5, 'Coffee: type a whole number, in digits.'],
    [['1,000', '0', '0'], 100, 'Tea: type a whole number, in digits.'],
    [['0', '1.0', '0'], 100, 'Coffee: type a whole number, in digits.'],
  ])('[V23] says how many are left, and what keeps it from being sent: %j', (draft, left, why) => {
    expect(readDraft(CONTENT, draft)).toMatchObject({ left, obstacle: why });
  });

  it('[V23] says of one point that it is one', () => {
    const content = { ...CONTENT, total: 10, step: 1 };
    expect(readDraft(content, ['4', '5', '0']).obstacle).toBe('1 point left.');
    expect(readDraft(content, ['5', '6', '0']).obstacle).toBe('1 point too many.');
  });

  it('[V10] [V23] is sent if the server takes it, and only then', () => {
    const typed = fc.oneof(
      fc.constantFrom(
        '',
        '0',
        '5',
        '50',
        '100',
        '45',
        ' 10',
        '7',
        '-5',
        '5.0',
        '1e1',
        '٥',
        'x',
        '1,0',
      ),
      fc.nat(20).map((steps) => String(5 * steps)),
    );
    fc.assert(
      fc.property(fc.tuple(typed, typed, typed), (draft) => {
        const { points: read, obstacle } = readDraft(CONTENT, draft);
        expect(points.check(CONTENT, { points: read }).ok).toBe(obstacle === null);
      }),
    );
  });
});

describe('a step of points', () => {
  const step = (draft: string[], option: number, steps: number): number =>
    stepped(CONTENT, readDraft(CONTENT, draft), option, steps);

  it('goes up while points are left, and down to none', () => {
    expect(step(['0', '0', '0'], 0, 1)).toBe(5);
    expect(step(['60', '35', '0'], 2, 1)).toBe(5);
    expect(step(['60', '40', '0'], 2, 1)).toBe(0);
    expect(step(['60', '40', '0'], 0, -1)).toBe(55);
    expect(step(['60', '40', '0'], 2, -1)).toBe(0);
  });

  it('of several goes as far as there are points', () => {
    expect(step(['60', '25', '0'], 2, 5)).toBe(15);
    expect(step(['10', '0', '0'], 0, -5)).toBe(0);
  });

  it('leads from a typed number onto the next multiple', () => {
    expect(step(['7', '0', '0'], 0, 1)).toBe(10);
    expect(step(['7', '0', '0'], 0, -1)).toBe(5);
    expect(step(['x', '0', '0'], 0, 1)).toBe(5);
  });

  it('takes nothing away where too many are given out already', () => {
    expect(step(['80', '80', '0'], 0, 1)).toBe(80);
    expect(step(['80', '80', '0'], 0, -1)).toBe(75);
  });

  it('reaches every answer by buttons alone, and never gives out too many', () => {
    const presses = fc.array(fc.tuple(fc.nat(2), fc.constantFrom(1, -1, 5, -5)));
    fc.assert(
      fc.property(presses, (pressed) => {
        let draft = draftOf(CONTENT, null);
        for (const [option, steps] of pressed) {
          const now = stepped(CONTENT, readDraft(CONTENT, draft), option, steps);
          draft = withText(draft, option, String(now));
          const { left, wrong } = readDraft(CONTENT, draft);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(wrong).toBeNull();
        }
      }),
    );
  });
});
