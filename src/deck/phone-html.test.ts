import { describe, expect, it } from 'vitest';
import { phoneHtml } from './phone-html.ts';

const list =
  '<ul><li>Always</li><li class="fragment" data-fragment-index="0">First</li>' +
  '<li class="fragment" data-fragment-index="1">Second</li></ul>';

describe('[S43] a slide as text for a phone', () => {
  it('holds the fragments that are on the stage, and no others', () => {
    expect(phoneHtml(list, -1)).toBe('<ul><li>Always</li></ul>');
    expect(phoneHtml(list, 0)).toBe('<ul><li>Always</li><li>First</li></ul>');
    expect(phoneHtml(list, 1)).toContain('Second');
  });

  it.each([
    ['fade-out', ['before'], 'there before its step, and gone at it'],
    ['current-visible', ['at'], 'there at its step alone'],
    ['fade-in-then-out', ['at'], 'there at its step alone'],
    ['highlight-red', ['before', 'at', 'after'], 'there all along'],
    ['grow', ['before', 'at', 'after'], 'there all along'],
    ['fade-up', ['at', 'after'], 'there from its step on'],
  ])('takes a fragment with %s as %s: %s', (effect, when) => {
    const html = `<p class="fragment ${effect}" data-fragment-index="0">words</p>`;
    const moments = { before: -1, at: 0, after: 1 };
    const seen = Object.entries(moments).filter(([, f]) => phoneHtml(html, f).includes('words'));
    expect(seen.map(([name]) => name)).toEqual(when);
  });

  it('replaces a drawing by its description, which tells nothing before all of it is shown', () => {
    const drawing =
      '<svg role="img"><title>Two boats</title><desc>One sinks.</desc><g class="fragment" data-fragment-index="0"></g></svg>';
    expect(phoneHtml(drawing, -1)).toBe('<p class="described">Two boats.</p>');
    expect(phoneHtml(drawing, 0)).toBe('<p class="described">Two boats. One sinks.</p>');
    expect(phoneHtml('<figure class="mermaid" aria-label="A flow"><pre>a</pre></figure>', 0)).toBe(
      '<p class="described">A flow.</p>',
    );
    expect(phoneHtml('<p>Yes<svg><path d="M0 0"></path></svg></p>', 0)).toBe('<p>Yes</p>');
  });

  it('keeps pictures with their alternatives, and no film', () => {
    expect(phoneHtml('<img data-src="/slides/a/b.png" alt="A boat" width="900">', 0)).toBe(
      '<img alt="A boat" src="/slides/a/b.png">',
    );
    expect(phoneHtml('<video src="a.mp4" aria-label="A boat sails"></video>', 0)).toBe(
      '<p class="described">A boat sails.</p>',
    );
  });

  it('holds a listing once, as it is at the present step, without colours', () => {
    const html =
      '<div class="code-steps"><pre class="code"><code><span class="tok-keyword">let</span> a</code></pre>' +
      '<pre class="code fragment" aria-hidden="true" data-fragment-index="0"><code>let b</code></pre></div>';
    expect(phoneHtml(html, -1)).toBe('<div><pre><code>let a</code></pre></div>');
    expect(phoneHtml(html, 0)).toBe('<div><pre><code>let b</code></pre></div>');
  });

  it('has no styles, ids, links within the deck or places of questions', () => {
    expect(phoneHtml('<p id="app" data-style="color: white" class="question join">a</p>', 0)).toBe(
      '<p>a</p>',
    );
    expect(phoneHtml('<p role="img" aria-labelledby="a">a</p>', 0)).toBe('<p>a</p>');
    expect(phoneHtml('<p>See <a href="#/3">the <b>end</b></a>, now</p>', 0)).toBe(
      '<p>See the <b>end</b>, now</p>',
    );
    expect(phoneHtml('<div class="activity" data-activity="tea">Tea?</div>', 0)).toBe('');
  });

  it('keeps a formula for screen readers, and not once more for the eye', () => {
    const html =
      '<span class="katex"><span class="katex-mathml"><math display="block"><mi>x</mi></math></span><span class="katex-html" aria-hidden="true">x</span></span>';
    expect(phoneHtml(html, 0)).toBe('<math display="block"><mi>x</mi></math>');
  });
});
