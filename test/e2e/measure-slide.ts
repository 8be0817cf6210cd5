/** A state of a slide on the stage, and how to know it when it is there. */
export interface Awaited {
  /** The slide's place among all slides of the deck. */
  readonly slide: number;
  /** Number of its steps that are shown. */
  readonly steps: number;
  /** Number of answers to its question; null where it has none. */
  readonly answers: number | null;
}

export interface Measured {
  /** Number of texts measured. */
  readonly texts: number;
  /** Texts that do not fit or cannot be read, in words. */
  readonly faults: readonly string[];
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** In the stage's page: whether the stage shows this state, all of it, at the size of this screen. */
export function isShown({ slide, steps, answers }: Awaited): boolean {
  const section = [...document.querySelectorAll('.slides section:not(.stack)')][slide];
  if (section?.matches('.present') !== true || section.closest('.past, .future') !== null) {
    return false;
  }
  const visible = [...section.querySelectorAll('.fragment.visible')];
  const shown = new Set(visible.map((step) => step.getAttribute('data-fragment-index')));
  const question =
    section.querySelector('.view') !== null &&
    document.querySelector('.stage-status b')?.textContent === String(answers);
  const { clientWidth = 0, clientHeight = 0 } = document.querySelector('.reveal') ?? {};
  const width = Math.min(clientWidth, (clientHeight * 16) / 9);
  return (
    shown.size === steps &&
    (answers === null || question) &&
    document.querySelector('.join-panel') === null &&
    document.fonts.status === 'loaded' &&
    // reveal.js scales by whole hundredths.
    Math.abs(section.getBoundingClientRect().width / width - 1) < 0.02
  );
}

/**
 * In the stage's page: measures the slide that is shown, in the slide's own pixels. Nothing may be
 * outside the slide or behind the stage's footer, be cut, overlap other text, or be smaller than 24px. It
 * is one function because the page gets it as text.
 */
export function measureSlide({ slide }: Awaited): Measured {
  const LEAST = 24;
  // Scaling the slide to the screen leaves fractions.
  const SLACK = 2;
  const faults = new Set<string>();
  const section = [...document.querySelectorAll<HTMLElement>('.slides section:not(.stack)')][slide];
  if (section === undefined) return { texts: 0, faults: ['there is no such slide'] };
  const page = section.getBoundingClientRect();
  const scale = page.width / 1920;
  const foot = document.querySelector('.stage-foot')?.getBoundingClientRect().top ?? innerHeight;
  const box = {
    left: Math.max(page.left, 0),
    right: Math.min(page.right, innerWidth),
    top: Math.max(page.top, 0),
    bottom: Math.min(page.bottom, foot),
  };

  const seen = { opacityProperty: true, visibilityProperty: true };
  const taken: (Box & { readonly what: string })[] = [];

  function pixels(length: number): number {
    return Math.round(length / scale);
  }

  function checkInside(what: string, rect: DOMRect): void {
    const over = {
      left: box.left - rect.left,
      right: rect.right - box.right,
      top: box.top - rect.top,
      bottom: rect.bottom - box.bottom,
    };
    for (const [side, by] of Object.entries(over)) {
      if (pixels(by) > SLACK) faults.add(`${what} is ${pixels(by)}px out at the ${side}`);
    }
  }

  /** The size of an element's text, in pixels of the slide. */
  function sizeOf(element: Element): number {
    const svg = element.closest('svg');
    const matrix = svg === null ? null : (element.closest('text, foreignObject') ?? svg);
    const drawn = matrix instanceof SVGGraphicsElement ? matrix.getScreenCTM() : null;
    const zoom = drawn === null ? 1 : Math.hypot(drawn.a, drawn.b) / scale;
    return Number.parseFloat(getComputedStyle(element).fontSize) * zoom;
  }

  /** The box of the letters of a line, without the space above and below them. */
  function lettersIn({ left, right, top, bottom }: DOMRect, size: number): Box {
    const [middle, half] = [(top + bottom) / 2, 0.3 * size * scale];
    return { left, right, top: middle - half, bottom: middle + half };
  }

  /** Checks the lines of one text against those of all others. */
  function checkFree(what: string, lines: readonly Box[]): void {
    for (const letters of lines) checkLine(what, letters);
    taken.push(...lines.map((letters) => ({ ...letters, what })));
  }

  function checkLine(what: string, letters: Box): void {
    for (const other of taken) {
      const wide = Math.min(letters.right, other.right) - Math.max(letters.left, other.left);
      const high = Math.min(letters.bottom, other.bottom) - Math.max(letters.top, other.top);
      const covers = pixels(wide) > SLACK && pixels(high) > SLACK;
      if (covers) faults.add(`${what} lies on ${other.what}`);
    }
  }

  /** Drawings for other widths are there as well; Chromium calls text in an `svg` in them visible. */
  function isDrawn(element: Element): boolean {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      if (getComputedStyle(at).display === 'none') return false;
    }
    return true;
  }

  function checkTexts(within: HTMLElement): number {
    let texts = 0;
    const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? '';
      const parent = node.parentElement;
      if (text === '' || parent === null || parent.closest('.visually-hidden') !== null) continue;
      if (!isDrawn(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const cut = parent.closest('.view-label')?.getBoundingClientRect();
      const rects = [...range.getClientRects()].filter(
        // A label that is cut as a last resort ends with an ellipsis.
        ({ top, bottom }) => cut === undefined || (top + bottom) / 2 < cut.bottom,
      );
      if (rects.length === 0) continue;
      texts += 1;
      const what = `"${text.slice(0, 40)}"`;
      for (const rect of rects) checkInside(what, rect);
      const size = sizeOf(parent);
      if (size < LEAST - 0.05) faults.add(`${what} is set in ${size.toFixed(1)}px`);
      // Each step of a listing lies on the one before.
      if (parent.closest('.code-steps') !== null || !parent.checkVisibility(seen)) continue;
      // Words are packed by the outlines of their letters: an s may stand below the arm of a T.
      if (parent.closest('.word-cloud-word') !== null) continue;
      checkFree(
        what,
        rects.map((rect) => lettersIn(rect, size)),
      );
    }
    return texts;
  }

  function checkDrawings(within: HTMLElement): void {
    for (const drawing of within.querySelectorAll('img, video, svg, svg *')) {
      const rect = drawing.getBoundingClientRect();
      if (rect.width > 0 || rect.height > 0) checkInside(`<${drawing.localName}>`, rect);
    }
  }

  function checkCuts(within: HTMLElement): void {
    for (const element of [within, ...within.querySelectorAll<HTMLElement>('*')]) {
      if (!(element instanceof HTMLElement) || element.closest('.visually-hidden') !== null)
        continue;
      const style = getComputedStyle(element);
      if (style.webkitLineClamp !== 'none') continue;
      const holds = element === within || element.matches('.view, .view-body');
      if (!holds && style.overflowX === 'visible' && style.overflowY === 'visible') continue;
      const [right, below] = [
        element.scrollWidth - element.clientWidth,
        element.scrollHeight - element.clientHeight,
      ];
      const what = element === within ? 'the slide' : `.${element.className}`;
      if (right > SLACK) faults.add(`${what} is ${right}px too narrow for what is in it`);
      if (below > SLACK) faults.add(`${what} is ${below}px too low for what is in it`);
    }
  }

  const texts = checkTexts(section);
  checkDrawings(section);
  checkCuts(section);
  return { texts, faults: [...faults] };
}
