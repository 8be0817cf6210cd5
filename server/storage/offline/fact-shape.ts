import { z } from 'zod';
import type { Fact } from '../../../src/session/facts.ts';

const name = z.string().min(1);
const place = z.number().int();
const deck = z.looseObject({
  name,
  title: z.string(),
  hash: name,
  slides: z.array(z.looseObject({ h: place, v: place, hash: name })).min(1),
  activities: z.array(z.looseObject({ id: name, type: name, hash: name })),
});
const about = { activity: name };

const phaseFacts = [
  ...(['activity:opened', 'activity:closed', 'activity:revealed', 'activity:hidden'] as const),
  ...(['activity:answer-revealed', 'activity:reset'] as const),
];

/** The shape of a fact. Answers and the contents of questions are checked by their own types. */
const shape = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('session:started'), code: name, secret: name, deck }),
  z.strictObject({ type: z.literal('deck:revised'), deck }),
  z.strictObject({
    type: z.literal('slide:shown'),
    position: z.strictObject({ h: place, v: place, f: place }),
  }),
  z.strictObject({ type: z.literal('join:shown'), shown: z.boolean() }),
  z.strictObject({ type: z.literal(phaseFacts), ...about }),
  z.strictObject({ type: z.literal('activity:controlled'), ...about, control: z.json() }),
  z.strictObject({ type: z.literal('self-paced:switched'), on: z.boolean() }),
  z.strictObject({
    type: z.literal('answer:given'),
    ...about,
    hash: name,
    round: place.min(1),
    attendee: name,
    id: name,
    answer: z.json(),
  }),
  z.strictObject({ type: z.literal('session:ended') }),
] as const satisfies readonly z.ZodType<{ readonly type: Fact['type'] }>[]);

/** The error in a fact's shape; null where there is none. */
export function shapeProblem(fact: unknown): string | null {
  const read = shape.safeParse(fact);
  if (read.success) return null;
  const [issue] = read.error.issues;
  const where = issue?.path.join('.') ?? '';
  return `is no fact that this version knows${where === '' ? '' : ` (${where})`}`;
}
