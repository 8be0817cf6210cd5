import { stringify } from 'yaml';
import type { Activity } from '../activities/contract.ts';
import { findActivityType } from '../activities/registry.ts';
import { isRecord, type Json } from '../lib/json.ts';
import { normaliseText } from '../lib/typed-text.ts';
import { wellFormedText } from '../lib/well-formed.ts';
import { accentOf } from './chapters.ts';
import { withHashes } from './deck-hashes.ts';
import type { Deck, Position, Slide } from './deck.ts';
import { slideAt, slideIndex } from './navigation.ts';

/** A question that a presenter asks on the spur of the moment: an activity type, and the options of its fence. */
export interface AskedQuestion {
  readonly type: string;
  readonly options: Readonly<Record<string, Json>>;
}

/** A slide that was asked for during a session, with its question. */
export interface AskedSlide {
  readonly slide: Slide;
  readonly activity: Activity;
}

/** The Markdown of a slide with a question. The slide has the accent of another one, from 1, or none. */
export function askedMarkdown(
  { type, options }: AskedQuestion,
  id: string,
  accent: number | null,
): string {
  const front = accent === null ? 'layout: question' : `layout: question\naccent: ${accent}`;
  const blocks = findActivityType(type)?.blocks ?? [];
  const tidied = Object.entries({ ...options, id }).map(([key, value]) => [
    normaliseText(key),
    typeof value === 'string' && blocks.includes(key) ? keptLines(value) : singleLines(value),
  ]);
  const fence = stringify(Object.fromEntries(tidied), { lineWidth: 0 }).trimEnd();
  // Longer than any in a block of lines, which could close it. Other texts follow a key or a hyphen.
  const marks = '`'.repeat(Math.max(3, ...(fence.match(/`+/g) ?? []).map((run) => run.length + 1)));
  return `---\n${front}\n---\n\n${marks}${type}\n${fence}\n${marks}\n`;
}

/** The next free id for a question of a deck: "asked-1". `taken` are ids that it cannot have. */
export function nextAskedId(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`asked-${number}`)) number += 1;
  return `asked-${number}`;
}

/**
 * Inserts a slide behind the one at `after`: into its stack where that is one, else as a column of its
 * own. Returns the deck, and the start of the new slide.
 */
export function insertSlide(
  deck: Deck,
  after: Pick<Position, 'h' | 'v'>,
  { slide, activity }: AskedSlide,
): { readonly deck: Deck; readonly position: Position } {
  const isStack = deck.slides.some(({ h, v }) => h === after.h && v > 0);
  const at = isStack ? { h: after.h, v: after.v + 1 } : { h: after.h + 1, v: 0 };
  const moved = deck.slides.map((other): Slide => {
    if (isStack) {
      return other.h === at.h && other.v >= at.v ? { ...other, v: other.v + 1 } : other;
    }
    return other.h >= at.h ? { ...other, h: other.h + 1 } : other;
  });
  const slides = moved.toSpliced(slideIndex(deck, after) + 1, 0, { ...slide, ...at });
  const byId = new Map([...deck.activities, activity].map((one) => [one.id, one]));
  const activities = slides.flatMap((one) => byId.get(one.activity ?? '') ?? []);
  return { deck: withHashes({ ...deck, slides, activities }), position: { ...at, f: -1 } };
}

/**
 * A new version of a deck with the slides that were asked for in the old one, each behind the slide that
 * it followed. One whose question the new version has already was saved into it.
 */
export function keepAskedSlides(before: Deck, after: Deck): Deck {
  let kept = after;
  for (const [index, slide] of before.slides.entries()) {
    if (slide.asked === undefined) continue;
    const activity = before.activities.find(({ id }) => id === slide.activity);
    if (activity === undefined || kept.activities.some(({ id }) => id === activity.id)) continue;
    const earlier = before.slides.slice(0, index).reverse();
    const place = earlier.flatMap((one) => sameSlide(kept, one) ?? [])[0] ?? kept.slides.at(-1);
    if (place !== undefined) kept = insertSlide(kept, place, { slide, activity }).deck;
  }
  return kept;
}

/** The slide of a deck that reads as another one does; undefined where there is none. */
export function sameSlide(deck: Deck, { hash, activity }: Slide): Slide | undefined {
  return deck.slides.find((slide) => slide.hash === hash && slide.activity === activity);
}

/** The accent that a slide has, for one that follows it. */
export function accentOfSlide(deck: Deck, at: Pick<Position, 'h' | 'v'>): number | null {
  const slide = slideAt(deck, at);
  return slide === undefined ? null : accentOf(slide);
}

/** The lines of a text with their spaces and tabs, and without other marks that nobody sees. */
function keptLines(text: string): string {
  const lines = wellFormedText(text).split(/\r?\n/);
  return lines.map((line) => line.replace(/[^\P{Cc}\t]|[\u2028\u2029\uFEFF]/gu, '')).join('\n');
}

/** The value with every text, keys as well, on one line. */
function singleLines(value: Json): Json {
  if (typeof value === 'string') return normaliseText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (!isRecord(value)) return value.map(singleLines);
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [normaliseText(key), singleLines(part)]),
  );
}
