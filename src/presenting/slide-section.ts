import type { StageSlide } from '../session/views.ts';
import { drawDiagrams } from './diagrams.ts';
import { loadFormulaStyles } from './formula-styles.ts';

/** Fills a `<section>` with a slide. */
export function fillSection(section: HTMLElement, slide: StageSlide): void {
  for (const { name } of [...section.attributes]) section.removeAttribute(name);
  for (const [name, value] of Object.entries(slide.attributes)) section.setAttribute(name, value);
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
  element.innerHTML = html;
  for (const styled of element.querySelectorAll<HTMLElement>('[data-style]')) {
    styled.style.cssText = styled.dataset['style'] ?? '';
  }
}

/** The place on a slide where its question belongs, or null. */
export function questionPlace(section: HTMLElement): HTMLElement | null {
  return section.querySelector<HTMLElement>('[data-activity]');
}
