import { describe, expect, it } from 'vitest';
import { linkedPosition } from './linked-position.ts';

const slideWith = (id: string) => (id === 'the end' ? { h: 4, v: 1 } : undefined);

describe('[S28] a link within a deck', () => {
  it.each([
    ['#/3', { h: 3, v: 0, f: -1 }],
    ['#/2/1', { h: 2, v: 1, f: -1 }],
    ['#/2/1/0', { h: 2, v: 1, f: 0 }],
    ['#/the%20end', { h: 4, v: 1, f: -1 }],
    ['#the%20end', { h: 4, v: 1, f: -1 }],
    ['#/100%', null],
    ['#/nowhere', null],
    ['#', null],
    ['#/', null],
  ])('%s leads to %o', (href, position) => {
    expect(linkedPosition(href, slideWith)).toEqual(position);
  });
});
