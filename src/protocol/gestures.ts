import { z } from 'zod';

const fraction = z.number().min(0).max(1);
const point = z.strictObject({ x: fraction, y: fraction }).readonly();

/** The most points of a line in one message: a hand makes fewer between two. */
export const MOST_POINTS = 64;

/**
 * Gestures of a presenter on the present slide. They are passed on to the stages of the session and
 * never stored. A place is in fractions of the slide, from its upper left corner.
 */
export const gestureMessages = {
  /** The pointer's place, or null once it is gone. */
  'stage:point': z.strictObject({ at: point.nullable() }).readonly(),
  /** The next part of a line; `line` is a name that the console makes for it. */
  'stage:draw': z
    .strictObject({
      line: z.string().regex(/^[\w-]{1,32}$/),
      points: z.array(point).min(1).max(MOST_POINTS).readonly(),
    })
    .readonly(),
  /** The place of the slide that is shown enlarged, or null for the whole slide. */
  'stage:zoom': z.strictObject({ at: point.nullable() }).readonly(),
  /** Takes all lines away. */
  'stage:erase': z.strictObject({}).readonly(),
} as const;

export type GestureEvent = keyof typeof gestureMessages;

/** A place on a slide, in fractions of its width and height. */
export type SlidePoint = z.infer<typeof point>;

/** A part of a line that is drawn on a slide. */
export type DrawnPart = z.infer<(typeof gestureMessages)['stage:draw']>;

export function isGesture(event: string): event is GestureEvent {
  return event in gestureMessages;
}
