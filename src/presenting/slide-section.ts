import type { StageSlide } from '../session/views.ts';
import { hasRightToLeft } from '../lib/text-direction.ts';
import { drawDiagrams } from './diagrams.ts';
import { loadFormulaStyles } from './formula-styles.ts';
import { replaceEmptyMedia, watchMissingMedia } from './missing-media.ts';

/** Fills a `<section>` with a slide. */
export function fillSection(section: HTMLElement, slide: StageSlide): void {
  for (const { name } of [...section.attributes]) section.removeAttribute(name);
  const { 'data-state': state = '', ...attributes } = slide.attributes;
  for (const [name, value] of Object.entries(attributes)) section.setAttribute(name, value);
  // reveal.js gives these classes to the whole page.
  section.classList.add(...state.split(/\s+/).filter((word) => word !== ''));
  section.style.cssText = section.dataset['style'] ?? '';
  fillHtml(section, slide.html);
  loadFormulaStyles(section);
  drawDiagrams(section);
}

/**
 * Fills an element with the inside of a slide. The deck's own HTML is its author's, not the
 * audience's; inline styles come in `data-style`, because the pages' policy forbids them as
 * attributes.
 */
export function fillHtml(element: HTMLElement, html: string): void {
  watchMissingMedia(element);
  element.innerHTML = html;
  for (const styled of element.querySelectorAll<HTMLElement>('[data-style]')) {
    styled.style.cssText = styled.dataset['style'] ?? '';
  }
  replaceEmptyMedia(element);
  if (document.documentElement.dir === 'rtl') markForeignTexts(element);
}

const TEXTS = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, figcaption, cite, .big-figure';

/**
 * Marks what has no letter of the deck's own script, from right to left: an English sentence, "C++", and
 * "41% → 21%", which would say the opposite.
 */
function markForeignTexts(element: HTMLElement): void {
  for (const text of element.querySelectorAll(TEXTS)) {
    text.classList.toggle('foreign', !hasRightToLeft(text.textContent));
  }
}

/** Loads the pictures and films that reveal.js loads as late as it can, on pages without it. */
export function loadLazyMedia(element: HTMLElement): void {
  for (const name of ['src', 'srcset']) {
    for (const media of element.querySelectorAll(`:is(img, video, audio, source)[data-${name}]`)) {
      media.setAttribute(name, media.getAttribute(`data-${name}`) ?? '');
    }
  }
}

/** The place on a slide where its question belongs, or null. */
export function questionPlace(section: HTMLElement): HTMLElement | null {
  return section.querySelector<HTMLElement>('[data-activity]');
}
