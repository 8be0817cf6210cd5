import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { placeWords, type Place } from '../../../ui/charts/place-words.ts';
import type { CloudWord } from '../content.ts';
import { largestSize, sizesOf, type CloudBox } from '../sizes.ts';

/** A word with its place and the size of its letters, in pixels of the cloud. */
export interface PlacedWord extends CloudWord, Place {
  readonly size: number;
}

export interface Cloud {
  readonly width: number;
  readonly height: number;
  readonly words: readonly PlacedWord[];
  /** Words that found no place. */
  readonly leftOut: number;
  /** The size that a word would have which all gave. */
  readonly largest: number;
}

/** Words may come ten times a second: eyes could not follow, and a slow machine would do nothing else. */
const PAUSE_MS = 1_000;
const TRIES = 6;
const SMALLER = 0.88;
/** Sizes stay while those that can be expected to fit are no more than this much larger or smaller. */
const MUCH_LARGER = 1.3;

/** Lays words out in an element, once a second at most; null before the first time. */
export function useCloud(words: readonly CloudWord[]): {
  readonly box: RefObject<HTMLDivElement | null>;
  readonly cloud: Cloud | null;
} {
  const box = useRef<HTMLDivElement>(null);
  const [cloud, setCloud] = useState<Cloud | null>(null);
  const now = useRef({ words, cloud, at: -PAUSE_MS, timer: 0 });
  now.current.words = words;
  const layOut = (): void => {
    clearTimeout(now.current.timer);
    now.current.timer = 0;
    // Most questions of a deck are on slides that are not shown.
    if (box.current === null || box.current.getClientRects().length === 0) return;
    now.current.at = performance.now();
    const made = cloudOf(now.current.words, box.current, now.current.cloud);
    now.current.cloud = made;
    setCloud(made);
  };
  useLayoutEffect(() => {
    if (now.current.timer !== 0) return;
    const rest = now.current.at + PAUSE_MS - performance.now();
    if (rest <= 0) layOut();
    else now.current.timer = window.setTimeout(layOut, rest);
  }, [JSON.stringify(words)]);
  useEffect(() => {
    if (box.current === null) return;
    // The slide may not be visible yet, nor its font be loaded.
    const observer = new ResizeObserver(layOut);
    observer.observe(box.current);
    void document.fonts.ready.then(layOut);
    return () => {
      observer.disconnect();
      clearTimeout(now.current.timer);
    };
  }, []);
  return { box, cloud };
}

/** The layout of words, the most frequent first, as near to the one before as it can be. */
function cloudOf(
  words: readonly CloudWord[],
  element: HTMLDivElement,
  before: Cloud | null,
): Cloud {
  const { fontFamily, fontWeight, fontSize } = getComputedStyle(element);
  const [width, height] = [element.clientWidth, element.clientHeight];
  const box: CloudBox = { width, height, least: Math.ceil(parseFloat(fontSize)) };
  const isSameBox = before?.width === width && before.height === height;
  const places = new Map(isSameBox ? before.words.map((word) => [word.text, word]) : []);
  const fitting = largestSize(words, box);
  const last = isSameBox ? before.largest : 0;
  const keeps = fitting <= last * MUCH_LARGER && last <= fitting * MUCH_LARGER;
  let largest = keeps ? last : fitting;
  let best: Cloud | null = null;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const sizes = sizesOf(words, largest, box);
    const toPlace = words.map(({ text }, place) => ({
      text,
      size: sizes[place] ?? box.least,
      at: places.get(text) ?? null,
    }));
    const found = placeWords(toPlace, box, { family: fontFamily, weight: fontWeight });
    const placed = words.flatMap((word, place): PlacedWord[] => {
      const at = found[place] ?? null;
      return at === null ? [] : [{ ...word, ...at, size: sizes[place] ?? box.least }];
    });
    const made = { width, height, words: placed, leftOut: words.length - placed.length, largest };
    if (best === null || made.leftOut < best.leftOut) best = made;
    if (best.leftOut === 0 || largest <= box.least) break;
    largest = Math.max(box.least, largest * SMALLER);
  }
  return best ?? { width, height, words: [], leftOut: words.length, largest };
}
