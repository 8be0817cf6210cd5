import { expect, it } from 'vitest';
import { problemsOf, slideOf } from '../render/compile-text.ts';

const slide = (options: string) => `---\nlayout: default\n${options}\n---\n\n# a`;

it('the background of a slide may have a colour beside it', () => {
  const options = "background: a.jpg\nbackground-color: '#123'";
  expect(slideOf(slide(options)).attributes).toMatchObject({
    'data-background-image': '/slides/demo/a.jpg',
    'data-background-color': '#123',
  });
});

it('a colour beside a background has to be one', () => {
  expect(problemsOf(slide('background-color: a.jpg'))).toEqual([
    'error 3: "background-color" must be a colour, such as "#123456"; a picture or gradient is a "background"',
  ]);
});

it('a gradient that YAML cuts off at # is an error', () => {
  expect(problemsOf(slide('background: linear-gradient(to right, #101820, navy)'))).toContain(
    'error 3: "linear-gradient(to right," has no end; a value with # in it needs quotes',
  );
  expect(problemsOf(slide("background: 'linear-gradient(to right, #101820, navy)'"))).toEqual([]);
});
