import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { activityTypeNames } from '../../src/activities/registry.ts';
import { compileDeck } from '../../src/deck/compile-deck.ts';
import { STYLE_FILE } from '../../src/deck/deck.ts';

const manual = readFileSync(new URL('../../docs/authoring.md', import.meta.url), 'utf8');

/** The first question of an activity type in the manual, as a deck would have it. */
function exampleOf(type: string): string {
  return new RegExp(`^\`\`\`${type}\n[^]*?^\`\`\`$`, 'm').exec(manual)?.[0] ?? '';
}

/** All examples of Markdown in the manual, without their fences; options alone get a slide. */
const examples = [...manual.matchAll(/^(`{3,})md\n([^]*?)^\1$/gm)].map(([, , text = '']) =>
  text.replace(/\n---\n$/, '\n---\n\n# A slide\n'),
);

describe('the manual for authors', () => {
  it.each(examples)('shows only Markdown that compiles without a warning: %j', (text) => {
    expect(compileDeck('manual', [{ file: 'authoring.md', text }]).problems).toEqual([]);
  });

  it('[S30] shows a reveal-md.json that separates slides', () => {
    const settings = /^```json\n([^]*?)^```$/m.exec(manual)?.[1] ?? '';
    const { deck, problems } = compileDeck('manual', [
      { file: 'deck.md', text: '# a\n\n---\n\n# b\n\n---v\n\n# c\n' },
      { file: 'reveal-md.json', text: settings },
    ]);
    expect(problems).toEqual([]);
    expect(deck?.slides.map(({ h, v }) => [h, v])).toEqual([
      [0, 0],
      [1, 0],
      [1, 1],
    ]);
  });

  it('shows only style sheets that are used as they are', () => {
    const sheets = [...manual.matchAll(/^```css\n([^]*?)^```$/gm)].map(([, css = '']) => css);
    expect(sheets).not.toEqual([]);
    for (const text of sheets) {
      const sources = [
        { file: 'deck.md', text: '# A deck' },
        { file: STYLE_FILE, text },
      ];
      const { deck, problems } = compileDeck('manual', sources);
      expect(problems).toEqual([]);
      expect(deck?.style).toMatch(/^[\da-f]{16}$/);
    }
  });

  it.each(activityTypeNames)('has a section on each activity type, with an example: %s', (type) => {
    expect(manual).toContain(`\n### \`${type}\`\n`);
    expect(exampleOf(type)).not.toBe('');
  });

  it('shows only questions that a deck may ask as they are', () => {
    const text = activityTypeNames.map(exampleOf).join('\n\n---\n\n');
    const { deck, problems } = compileDeck('manual', [{ file: 'authoring.md', text }]);
    expect(problems).toEqual([]);
    expect(deck?.activities.map(({ type }) => type)).toEqual(activityTypeNames);
  });
});
