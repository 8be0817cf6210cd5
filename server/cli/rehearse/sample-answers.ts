import { activityType } from '../../../src/activities/registry.ts';
import type { Json } from '../../../src/lib/json.ts';
import type { ActivityView } from '../../../src/session/views.ts';

/** A plausible answer of one attendee, numbered from 0, to a question as their phone has it. */
export function answerTo(
  { type, content }: Pick<ActivityView, 'type' | 'content'>,
  attendee: number,
): Json {
  return activityType(type).sampleAnswer(content, attendee);
}
