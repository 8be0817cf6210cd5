import { withPlainDigits } from '../../lib/digits.ts';
import { isolated } from '../../lib/text-direction.ts';
import type { PointsAnswer, PointsContent } from './content.ts';
import { leftLabel } from './labels.ts';

/** The texts in the fields, one for each option. */
export type Draft = readonly string[];

/** A draft as numbers, and the obstacle to sending it. */
export interface Reading {
  /** The points of each option; null for a text that is no whole number. */
  readonly points: readonly (number | null)[];
  /** The points not given out; below 0 where too many are. */
  readonly left: number;
  /** The obstacle to sending the draft in a sentence; null where there is none. */
  readonly obstacle: string | null;
  /** The place of the option that the sentence is about; null for none. */
  readonly wrong: number | null;
}

/** The draft of a given answer; nothing is given out where there is none. */
export function draftOf({ options }: PointsContent, answer: PointsAnswer | null): Draft {
  return options.map((_, option) => String(answer?.points[option] ?? 0));
}

/** The draft with the text of one option changed. */
export function withText(draft: Draft, option: number, text: string): Draft {
  return draft.map((before, place) => (place === option ? text : before));
}

/** Reads a draft. An empty field is 0. */
export function readDraft({ options, total, step }: PointsContent, draft: Draft): Reading {
  const points = options.map((_, option) => readPoints(draft[option] ?? ''));
  const left = points.reduce<number>((rest, given) => rest - (given ?? 0), total);
  const unread = points.indexOf(null);
  const wrong = unread === -1 ? points.findIndex((given) => (given ?? 0) % step !== 0) : unread;
  if (wrong === -1) {
    return { points, left, obstacle: left === 0 ? null : leftLabel(left), wrong: null };
  }
  const how = unread === -1 ? `give points in steps of ${step}` : 'type a whole number, in digits';
  return { points, left, obstacle: `${isolated(options[wrong] ?? '')}: ${how}.`, wrong };
}

/** The whole number in a text, in digits of any script; null for anything else. */
function readPoints(text: string): number | null {
  const digits = withPlainDigits(text).trim();
  // Without marks between digits there is one reading, in every language.
  return /^\d{0,9}$/.test(digits) ? Number(digits) : null;
}

/** The points of an option, `steps` more or less: from 0 to what the others leave, on a step. */
export function stepped(
  { step }: PointsContent,
  { points, left }: Reading,
  option: number,
  steps: number,
): number {
  const now = points[option] ?? 0;
  const onStep = step * (steps > 0 ? Math.floor(now / step) : Math.ceil(now / step));
  const wanted = Math.max(onStep + steps * step, 0);
  const most = step * Math.floor((now + left) / step);
  return steps > 0 ? Math.max(Math.min(wanted, most), now) : wanted;
}
