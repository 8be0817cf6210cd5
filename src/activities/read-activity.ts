import { contentHash } from '../lib/content-hash.ts';
import type { Activity, ActivityType } from './contract.ts';
import { FenceReader, type FenceDeck, type FencePath, type FenceProblem } from './fence-reader.ts';
import { readPoints } from './question-points.ts';
import { readOptionsFrom } from './room-options.ts';

const MOST_HIDE_BELOW = 1000;
const LONGEST_OPEN_SECONDS = 3600;
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;

/**
 * The question in the options of a fence of `deck`, with all their mistakes. The options
 * `id`, `question`, `again`, `open`, `results`, `hide-below` and `close-after` belong to every type, `points`
 * to those that can be right; the type reads the rest.
 */
export function readActivity(
  type: ActivityType,
  options: Readonly<Record<string, unknown>>,
  sourceOf?: (path: FencePath) => string | null,
  deck?: FenceDeck,
): { activity: Activity; problems: FenceProblem[] } {
  const fence = new FenceReader(options, sourceOf, deck);
  const id = readId(fence);
  const question = fence.text('question');
  const settings = {
    open: fence.oneOf('open', ['auto', 'manual']),
    results: fence.oneOf('results', resultsBy(type)),
    minAnswers: fence.integer('hide-below', 1, MOST_HIDE_BELOW, type.minAnswers),
    closeAfter: fence.integer('close-after', 5, LONGEST_OPEN_SECONDS, null),
  };
  const again = fence.optionalText('again');
  const optionsFrom = readOptionsFrom(fence, type);
  const content = type.read(fence);
  const weight = readPoints(fence, type, content);
  fence.finish();
  // Hashes public content only: with the hash of a secret one could try values until one fits.
  const asked = { type: type.type, question, content: type.publicContent(content) };
  const from = {
    ...(optionsFrom === null ? {} : { optionsFrom }),
    ...(again === '' ? {} : { again }),
  };
  return {
    activity: {
      type: type.type,
      id,
      hash: contentHash({ ...asked, ...from }),
      question,
      settings,
      content,
      accent: null,
      ...from,
      ...weight,
    },
    problems: fence.problems,
  };
}

function readId(fence: FenceReader): string {
  const id = fence.text('id');
  if (id !== '' && !ID.test(id)) {
    fence.problem(['id'], `"id" may hold small letters, digits and hyphens only, not "${id}"`);
  }
  if (id in Object.prototype) fence.problem(['id'], `"id" may be anything but "${id}"`);
  return id;
}

/** Both values of `results`, the type's own default first. */
function resultsBy({ results }: ActivityType): ['live' | 'revealed', 'live' | 'revealed'] {
  return results === 'live' ? ['live', 'revealed'] : ['revealed', 'live'];
}
