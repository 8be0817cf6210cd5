import { describe, expect, it } from 'vitest';
import { problemsOf, slideOf } from '../render/compile-text.ts';

const drawing = `## A flow

<figure>
<svg class="diagram" role="img" viewBox="0 0 1680 660" preserveAspectRatio="xMinYMin">
<title>Two steps &amp; a loop</title>
<desc>From load to train, and back.</desc>
<g aria-hidden="true">
<text x="0" y="36">load</text>
<g class="fragment">
<path class="d-line" d="M100 26H200m-14-9l14 9-14 9"/>
<text x="220" y="36">a &lt; b</text>
</g>
<g class="fragment" data-fragment-index="0"><text x="0" y="90">again</text></g>
</g>
</svg>
</figure>

<cite>Public: a source, 2026</cite>
`;

describe('a drawing in a slide', () => {
  it('keeps its text for screen readers', () => {
    const { html } = slideOf(drawing);
    expect(html).toContain('<title>Two steps &amp; a loop</title>');
    expect(html).toContain('<desc>From load to train, and back.</desc>');
    expect(html).toContain('role="img"');
  });

  it('keeps its text, its lines and the case of SVG names', () => {
    const { html } = slideOf(drawing);
    expect(html).toContain('<text x="220" y="36">a &lt; b</text>');
    expect(html).toContain('d="M100 26H200m-14-9l14 9-14 9"');
    expect(html).toContain('viewBox="0 0 1680 660" preserveAspectRatio="xMinYMin"');
    expect(html).toMatch(/<figure>\s*<svg[^]*<\/svg>\s*<\/figure>/);
  });

  it('has a step for each of its fragments, in the order of their indices', () => {
    const { fragments, html } = slideOf(drawing);
    expect(fragments).toBe(2);
    expect(html).toContain('<g class="fragment" data-fragment-index="1">');
    expect(html).toContain('<g class="fragment" data-fragment-index="0"><text x="0" y="90">');
  });

  it('does not give a slide its title', () => {
    expect(slideOf(drawing).title).toBe('A flow');
    expect(problemsOf(drawing)).toEqual([]);
  });
});
