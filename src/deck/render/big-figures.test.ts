import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { deckOf } from './compile-text.ts';
import { GUTTER, STEPS, TEXT_WIDTH } from './big-figures.ts';

function slideOf(layout: string, text: string) {
  const [slide] = deckOf(`---\nlayout: ${layout}\n---\n\n${text}`).slides;
  const figures = slide?.html.match(/<(\w+) class="big-figure">.*?<\/\1>/g) ?? [];
  return { size: /big-figures-\d/.exec(slide?.attributes['class'] ?? '')?.[0], figures };
}

const list = (...figures: string[]) => figures.map((figure) => `- **${figure}** words`).join('\n');

describe('the figures of a slide', () => {
  it('are its heading, or the bold starts of its list items', () => {
    expect(slideOf('big-number', '## Title\n\n# 80%\n\n**not** this').figures).toEqual([
      '<h1 class="big-figure">80%</h1>',
    ]);
    expect(
      slideOf('big-number', '- **4×** more\n- about **80%**\n\n- **60%** less').figures,
    ).toEqual([
      '<strong class="big-figure">4×</strong>',
      '<strong class="big-figure">60%</strong>',
    ]);
  });

  it('are the starts of both columns in the layout versus', () => {
    const text = '::left::\n### a\n\n**82%** b\n\n**not** this\n\n::right::\n### c\n\n**40%** d';
    expect(slideOf('versus', text).figures).toEqual([
      '<strong class="big-figure">82%</strong>',
      '<strong class="big-figure">40%</strong>',
    ]);
  });

  it('do not exist in other layouts, nor in a slide without them', () => {
    expect(slideOf('default', '# 80%')).toEqual({ size: undefined, figures: [] });
    expect(slideOf('big-number', 'words')).toEqual({ size: undefined, figures: [] });
    expect(slideOf('versus', '::left::\na\n\n::right::\nb').size).toBeUndefined();
  });
});

describe('the size of the figures', () => {
  it.each([
    ['# 80%', 'big-figures-1'],
    ['# 10,000+', 'big-figures-1'],
    ['# 41% → 21%', 'big-figures-2'],
    ['# 6.48% → 0.73%', 'big-figures-3'],
    ['# 80% <cite>Public: somebody, 2019</cite>', 'big-figures-1'],
    [list('80%'), 'big-figures-1'],
    [list('80%', '4×'), 'big-figures-2'],
    [list('80%', '4×', '60%'), 'big-figures-3'],
    [list('80%', '4×', '60%', '70%'), 'big-figures-3'],
    [list('80%', '4×', '60%', '70%', '5×'), 'big-figures-4'],
    [list('80%', '4×', '60%', '70%', '5×', '6×', '7×'), 'big-figures-4'],
  ])('is the largest that their column has room for: %s', (text, size) => {
    expect(slideOf('big-number', text).size).toBe(size);
  });

  it('is the same for both columns', () => {
    const text = '::left::\n**100+** boats\n\n::right::\n**Thousands** of boats';
    expect(slideOf('versus', text).size).toBe('big-figures-4');
    const long = '::left::\n**63%** less\n\n::right::\n**6.48% → 0.73%** of outputs';
    expect(slideOf('versus', long).size).toBe('big-figures-5');
  });

  it('is the smallest one if none fits', () => {
    expect(slideOf('big-number', `# ${'words '.repeat(20)}`).size).toBe('big-figures-6');
  });
});

it('the sizes and the grid of figures agree with the theme', () => {
  const scale = readFileSync(new URL('../../ui/slides/scale.css', import.meta.url), 'utf8');
  const sizes = [...scale.matchAll(/--type-hero[\w-]*: (\d+)px/g)].map(([, size]) => Number(size));
  expect(STEPS).toEqual(sizes);
  expect(scale).toContain(`--columns-12: ${TEXT_WIDTH}px`);
  expect(scale).toContain(`--gutter: ${GUTTER}px`);
});
