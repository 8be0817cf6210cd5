import type { Position } from '../deck/deck.ts';
import type { StageSlide } from '../session/views.ts';
import { linkedPosition } from './linked-position.ts';

/**
 * Handles a click on a slide: calls `onLink` with the position to which a link within the deck leads,
 * and lets other links open in a new tab, so that none takes this page away from its session.
 */
export function followLink(
  event: MouseEvent,
  slides: readonly StageSlide[],
  onLink: (position: Position) => void,
): void {
  const link = event.target instanceof Element ? event.target.closest('a, area') : null;
  const address = link?.getAttribute('href') ?? link?.getAttribute('xlink:href') ?? null;
  if (link === null || address === null || /^(?:mailto|tel):/i.test(address)) return;
  if (!address.startsWith('#')) {
    link.setAttribute('target', '_blank');
    return;
  }
  event.preventDefault();
  const to = linkedPosition(address, (id) => slides.find((slide) => hasId(slide, id)));
  if (to !== null) onLink(to);
}

/** true for a slide with this id, or with an element that has it. */
function hasId({ attributes, html }: StageSlide, id: string): boolean {
  if (attributes['id'] === id) return true;
  if (!html.includes(id)) return false;
  const inside = document.createElement('template');
  inside.innerHTML = html;
  return inside.content.getElementById(id) !== null;
}
