import { describe, expect, it } from 'vitest';
import { boxShapes, type Border, type Box } from './box-shapes.ts';

const none: Border = { width: 0, style: 'none', color: 'rgb(0, 0, 0)' };
const line = (width: number, style = 'solid'): Border => ({
  width,
  style,
  color: 'rgb(51, 74, 98)',
});
const box = (given: Partial<Box>): Box => ({
  place: { left: 10, top: 20, width: 300, height: 22.4 },
  background: 'rgba(0, 0, 0, 0)',
  ...{ top: none, right: none, bottom: none, left: none, radius: 0 },
  ...given,
});

describe('[X32] the shapes of a box', () => {
  it('are one rectangle of its length for a bar that is drawn as a border', () => {
    expect(boxShapes(box({ top: line(22), background: 'rgb(228, 234, 241)' }))).toEqual([
      { tag: 'rect', attributes: { x: 10, y: 20, width: 300, height: 22, fill: '#334a62' } },
    ]);
  });

  it('are its background as a whole, and a rectangle along each side that has a line', () => {
    const soft = 'color(srgb 0.9 0.92 0.94)';
    const shapes = boxShapes(
      box({ background: soft, top: line(2), right: line(2), bottom: line(2) }),
    );
    expect(shapes.map(({ attributes: { x, y, width, height } }) => [x, y, width, height])).toEqual([
      [10, 20, 300, 22.4],
      [10, 20, 300, 2],
      [10, 40.4, 300, 2],
      [308, 22, 2, 18.4],
    ]);
    expect(shapes[0]?.attributes['fill']).toBe('#e6ebf0');
  });

  it('are a disc where a border fills all of it', () => {
    const place = { left: 0, top: 0, width: 14, height: 14 };
    expect(boxShapes(box({ place, radius: 7, ...{ top: line(7), right: line(7) } }))).toEqual([
      { tag: 'rect', attributes: { x: 0, y: 0, width: 14, height: 14, fill: '#334a62', rx: 7 } },
    ]);
  });

  it('are a ring where it has a middle', () => {
    const place = { left: 0, top: 0, width: 14, height: 14 };
    const [ring] = boxShapes(
      box({ place, radius: 7, top: line(2), background: 'rgb(255, 255, 255)' }),
    );
    expect(ring?.attributes).toMatchObject({
      ...{ x: 1, y: 1, width: 12, height: 12, rx: 6 },
      ...{ fill: '#ffffff', stroke: '#334a62', 'stroke-width': 2 },
    });
  });

  it('are a dashed line for a dashed border, and nothing where nothing is seen', () => {
    const [dashed] = boxShapes(box({ left: line(2, 'dashed') }));
    expect(dashed?.attributes).toMatchObject({ x1: 11, x2: 11, 'stroke-dasharray': '6 4' });
    expect(boxShapes(box({}))).toEqual([]);
    const place = { left: 10, top: 20, width: 0, height: 22 };
    expect(boxShapes(box({ place, background: 'rgb(228, 234, 241)' }))).toEqual([]);
  });
});
