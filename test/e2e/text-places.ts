import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The parts of an element's text, in the order in which they are seen from left to right. */
export async function fromLeft(
  element: Locator,
  parts: readonly string[],
): Promise<readonly string[]> {
  const places = await element.evaluate((root, wanted) => {
    const placeOf = (part: string): number => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(part) ?? -1;
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + part.length);
        const { left, right } = range.getBoundingClientRect();
        return (left + right) / 2;
      }
      throw new Error(`"${part}" is not in "${root.textContent}"`);
    };
    return wanted.map((part) => ({ part, at: placeOf(part) }));
  }, parts);
  return places.sort((one, other) => one.at - other.at).map(({ part }) => part);
}

/** The elements are in this order from left to right, one beside the other. */
export async function expectBeside(...elements: readonly Locator[]): Promise<void> {
  const boxes = await Promise.all(elements.map((element) => element.boundingBox()));
  const middles = boxes.map((box) => (box?.x ?? 0) + (box?.width ?? 0) / 2);
  expect(boxes).not.toContain(null);
  expect(middles).toEqual(middles.toSorted((one, other) => one - other));
}

/** The places where the letters of each element begin and end, without the spaces around them, and in how many lines. */
export function inksOf(elements: Locator) {
  return elements.evaluateAll((found) =>
    found.map((element) => {
      const range = document.createRange();
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      const boxes: DOMRect[] = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = node.textContent ?? '';
        if (text.trim() === '') continue;
        range.setStart(node, text.length - text.trimStart().length);
        range.setEnd(node, text.trimEnd().length);
        boxes.push(...range.getClientRects());
      }
      return {
        left: Math.min(...boxes.map(({ left }) => left)),
        right: Math.max(...boxes.map(({ right }) => right)),
        lines: new Set(boxes.map(({ top }) => Math.round(top))).size,
      };
    }),
  );
}

/** The pairs of a drawing's texts that cover each other. */
export function coveredTexts(texts: Locator): Promise<string[]> {
  return texts.evaluateAll((found) =>
    found.flatMap((one, index) => {
      const a = one.getBoundingClientRect();
      // Above and below its letters, a line has space.
      const spare = (box: DOMRect): number => box.height / 5;
      return found.slice(index + 1).flatMap((other) => {
        const b = other.getBoundingClientRect();
        const isBeside = a.right <= b.left || b.right <= a.left;
        const isBelow =
          a.bottom - spare(a) <= b.top + spare(b) || b.bottom - spare(b) <= a.top + spare(a);
        return isBeside || isBelow ? [] : [`${one.textContent} / ${other.textContent}`];
      });
    }),
  );
}

/** The space between each median's mark and its name, in letters, and how far its label leaves the chart. */
export function medianLabels(page: Page) {
  return page.locator('.histogram:visible').evaluateAll((charts) =>
    charts.map((chart) => {
      const boxOf = (part: string) => chart.querySelector(part)?.getBoundingClientRect();
      const [mark, name] = [boxOf('.histogram-median'), boxOf('.histogram-strong')];
      const label = chart.querySelector('text:has(.histogram-strong)')?.getBoundingClientRect();
      if (mark === undefined || name === undefined || label === undefined) return null;
      const { left, right } = chart.getBoundingClientRect();
      const space = Math.max(name.left - mark.right, mark.left - name.right);
      return {
        space: space / Number.parseFloat(getComputedStyle(chart).fontSize),
        outside: Math.max(left - label.left, label.right - right),
      };
    }),
  );
}

export function directionOf(page: Page): Promise<string> {
  return page.evaluate(() => getComputedStyle(document.documentElement).direction);
}
