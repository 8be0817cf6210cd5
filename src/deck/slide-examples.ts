import { activityType } from '../activities/registry.ts';
import { layoutExamples } from './layout-examples.ts';

/** The Markdown of a new slide, with the line of `---` that starts it. */
export function layoutSlide(layout: string): string {
  const example = layoutExamples[layout] ?? '';
  if (layout === 'default') return `---\n\n${example}`;
  return `---\nlayout: ${layout}\n---\n\n${example}`;
}

/**
 * The Markdown of a new slide with a question of this type.
 *
 * @param deck the texts of the deck, in which its id must be the only one of its kind
 */
export function questionSlide(type: string, deck: readonly string[]): string {
  const { example } = activityType(type);
  const fence = `\`\`\`${type}\nid: ${freeId(type, deck)}\n${example}\n\`\`\``;
  return `---\nlayout: question\n---\n\n${fence}`;
}

function freeId(type: string, deck: readonly string[]): string {
  const taken = new Set(
    deck.flatMap((text) => [...text.matchAll(/^\s*id:\s*['"]?([\w-]+)/gm)].map(([, id]) => id)),
  );
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? type : `${type}-${number}`;
    if (!taken.has(id)) return id;
  }
}
