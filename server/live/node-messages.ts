import { z } from 'zod';
import { gestureMessages } from '../../src/protocol/gestures.ts';

const session = z.string();
const gestures = Object.keys(gestureMessages) as (keyof typeof gestureMessages)[];

/** Messages from one node to the others, for the pages of a session there. They are kept nowhere. */
export const nodeMessageSchema = z.discriminatedUnion('type', [
  /** A gesture on the present slide, as the presenter's page sent it. */
  z.object({ type: z.literal('gesture'), session, event: z.enum(gestures), message: z.unknown() }),
  /** Reactions since the last message, by sign. */
  z.object({
    type: z.literal('reactions'),
    session,
    counts: z.array(z.number().int().min(0)).max(100),
  }),
  /** The slides were moved from this kind of page. */
  z.object({ type: z.literal('moved'), session, by: z.enum(['console', 'remote']) }),
]);

export type NodeMessage = z.infer<typeof nodeMessageSchema>;

/** Tells all other nodes. */
export type TellNodes = (message: NodeMessage) => void;
