import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { activityTypeNames } from '../../src/activities/registry.ts';
import { compileDeck } from '../../src/deck/compile-deck.ts';

const manual = readFileSync(new URL('../../docs/authoring.md', import.meta.url), 'utf8');

/** The first question of an activity type in the manual, as a deck would have it. */
function exampleOf(type: string): string {
  return new RegExp(`^\`\`\`${type}\n[^]*?^\`\`\`$`, 'm').exec(manual)?.[0] ?? '';
}

/** The examples of Markdown in a section of the manual, as decks. */
function decksOf(section: string): string[] {
  const [, text = ''] = manual.split(`\n## ${section}\n`);
  const decks: string[] = [];
  // A heading within an example begins no other section.
  for (const [all, , info, code = ''] of text.matchAll(/^(`{3,})(\w*)\n([^]*?)^\1$|^## .*$/gm)) {
    if (all.startsWith('#')) break;
    if (info === 'md') decks.push(code);
  }
  return decks;
}

describe('the manual for authors', () => {
  it.each(['Text', 'Diagrams', 'Code', 'Formulas'])(
    'shows only slides that compile as they are: %s',
    (section) => {
      const decks = decksOf(section);
      expect(decks.length).toBeGreaterThan(0);
      for (const text of decks) {
        const { deck, problems } = compileDeck('manual', [{ file: 'authoring.md', text }]);
        expect(problems).toEqual([]);
        expect(deck?.slides.length).toBeGreaterThan(0);
      }
    },
  );

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
