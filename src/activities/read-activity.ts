import { contentHash } from '../lib/content-hash.ts';
import type { Activity, ActivityType } from './contract.ts';
import {
  FenceReader,
  type FencePath,
  type FenceProblem,
  type FindPicture,
} from './fence-reader.ts';

const MOST_HIDE_BELOW = 1000;
const LONGEST_OPEN_SECONDS = 3600;
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * The question in the options of a fence, with all their mistakes. The options
 * `id`, `question`, `open`, `results`, `hide-below` and `close-after` belong to every type; the type
 * reads the rest.
 */
export function readActivity(
  type: ActivityType,
  options: Readonly<Record<string, unknown>>,
  sourceOf?: (path: FencePath) => string | null,
  findPicture?: FindPicture,
): { activity: Activity; problems: FenceProblem[] } {
  const fence = new FenceReader(options, sourceOf, findPicture);
  const id = fence.text('id');
  if (id !== '' && !ID.test(id)) {
    fence.problem(['id'], `"id" may hold small letters, digits and hyphens only, not "${id}"`);
  }
  if (id in Object.prototype) fence.problem(['id'], `"id" may be anything but "${id}"`);
  const question = fence.text('question');
  const settings = {
    open: fence.oneOf('open', ['auto', 'manual']),
    results: fence.oneOf('results', resultsBy(type)),
    minAnswers: fence.integer('hide-below', 1, MOST_HIDE_BELOW, type.minAnswers),
    closeAfter: fence.integer('close-after', 5, LONGEST_OPEN_SECONDS, null),
  };
  const content = type.read(fence);
  fence.finish();
  // Hashes public content only: with the hash of a secret one could try values until one fits.
  const asked = { type: type.type, question, content: type.publicContent(content) };
  return {
    activity: {
      type: type.type,
      id,
      hash: contentHash(asked),
      question,
      settings,
      content,
      accent: null,
    },
    problems: fence.problems,
  };
}

/** Both values of `results`, the type's own default first. */
function resultsBy({ results }: ActivityType): ['live' | 'revealed', 'live' | 'revealed'] {
  return results === 'live' ? ['live', 'revealed'] : ['revealed', 'live'];
}
