import { expect, it } from 'vitest';
import { activityTypeNames } from '../activities/registry.ts';
import { compileDeck } from './compile-deck.ts';
import { layoutNames } from './layouts.ts';
import { layoutSlide, questionSlide } from './slide-examples.ts';

/** The problems and the second slide of a deck to which a slide is added. */
function added(slide: string) {
  const { problems, draft } = compileDeck('demo', [{ file: 'a.md', text: `# One\n\n${slide}\n` }]);
  return { problems, slide: draft.slides[1], activities: draft.activities };
}

it.each(layoutNames.filter((name) => name !== 'question'))(
  'The editor’s slide of the layout %s compiles without a problem',
  (layout) => {
    const { problems, slide } = added(layoutSlide(layout));
    expect(problems).toEqual([]);
    expect(slide?.attributes['class']?.split(' ')).toContain(`layout-${layout}`);
    expect(slide?.html).not.toBe('');
  },
);

it.each(activityTypeNames)(
  'The editor’s question of the type %s compiles without a problem, under an id of its own',
  (type) => {
    const first = questionSlide(type, []);
    const second = questionSlide(type, [first]);
    const { problems, activities } = added(`${first}\n\n${second}`);
    expect(problems).toEqual([]);
    expect(activities.map((one) => one.type)).toEqual([type, type]);
  },
);
