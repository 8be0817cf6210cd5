import { describe, expect, it } from 'vitest';
import { problemsOf, slideOf } from './compile-text.ts';

const fence = (info: string, ...lines: string[]) =>
  ['```' + info, 'flowchart LR', ...lines, '  A --> B', '```'].join('\n');

describe('a diagram of Mermaid', () => {
  it('is its source and its description, until a stage or console draws it', () => {
    const { html } = slideOf(fence('mermaid alt="A leads to B"'));
    expect(html).toMatch(
      /^<figure class="mermaid" role="img" aria-label="A leads to B"><pre[^]*--&gt; B[^]*<\/figure>$/,
    );
    expect(html).not.toMatch(/<svg|<iframe|data-source/);
  });

  it.each([
    ['mermaid alt="A & B"', [], 'A & B'],
    ["Mermaid alt='A'", [], 'A'],
    ['mermaid', ['  accTitle: A', '  accDescr: leads to B'], 'A. leads to B'],
    ['mermaid', ['  accDescr {', '    leads', '    to B', '  }'], 'leads to B'],
  ])('is described by its fence, or within: %s %j', (info, lines, label) => {
    const text = fence(info, ...lines);
    expect(slideOf(text).html).toContain(`aria-label="${label.replace('&', '&amp;')}"`);
    expect(problemsOf(text)).toEqual([]);
  });

  it('has a warning without a description', () => {
    expect(problemsOf(`# a\n\n${fence('mermaid')}`)).toEqual([
      expect.stringMatching(/^warning 3: This diagram says nothing to those who cannot see it/),
    ]);
  });

  it('may be a step', () => {
    const text = `${fence('mermaid alt="a"')}\n\n<!-- .element: class="fragment" -->`;
    expect(slideOf(text)).toMatchObject({ fragments: 1 });
  });

  it('is no other language, and no code of its own', () => {
    expect(slideOf('```mermaid-js\na\n```').html).not.toContain('<figure');
    const { html } = slideOf(fence('mermaid alt="a"', '  C["<script>alert(1)</script>"]'));
    expect(html).not.toContain('<script');
  });
});
