import type { StageSlide } from '../session/views.ts';

/**
 * Fills a `<section>` with a slide. The deck's own HTML is its author's, not the audience's;
 * inline styles come in `data-style`, because the pages' policy forbids them as attributes.
 */
export function fillSection(section: HTMLElement, slide: StageSlide): void {
  for (const { name } of [...section.attributes]) section.removeAttribute(name);
  for (const [name, value] of Object.entries(slide.attributes)) section.setAttribute(name, value);
  section.innerHTML = slide.html;
  for (const element of [section, ...section.querySelectorAll<HTMLElement>('[data-style]')]) {
    element.style.cssText = element.dataset['style'] ?? '';
  }
}

/** The place on a slide where its question belongs, or null. */
export function questionPlace(section: HTMLElement): HTMLElement | null {
  return section.querySelector<HTMLElement>('[data-activity]');
}
