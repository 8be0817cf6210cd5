/** A slide of each layout of `layoutNames` to begin with, in Markdown, without its options. */
export const layoutExamples: Readonly<Record<string, string>> = {
  default: `## The one thing to say

- A line below it
- Another line`,
  title: `# The name of the talk

Who speaks, and when`,
  chapter: `1

# The name of the part

A sentence about it`,
  statement: `# One sentence to remember`,
  'two-cols': `## Before and after

::left::

- Lunch at the desk

::right::

- Lunch together`,
  figure: `## What the picture shows

<figure>
<svg viewBox="0 0 800 300" role="img" aria-label="A drawing to replace">
<rect x="2" y="2" width="796" height="296" fill="none" stroke="currentColor" stroke-width="4"/>
</svg>
<figcaption>Put a picture here in place of the drawing</figcaption>
</figure>`,
  'big-number': `# 42%

What the figure says`,
  versus: `## Two readings

::left::

### One side

**82%** say this

::right::

### The other side

**18%** say that`,
  quote: `> Somebody’s own words.

Who said it, and where`,
  table: `## When we are away

| Holidays | Days |
| --- | --: |
| In summer | 15 |
| In winter | 10 |`,
  question: '',
};
