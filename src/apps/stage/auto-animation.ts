import type { RevealApi } from 'reveal.js';

/**
 * Runs reveal.js's auto-animations under the pages' policy, which forbids style elements: their rules
 * go into a style sheet made by script. Returns what moves the slides.
 */
export function allowAutoAnimations(reveal: RevealApi): (move: () => void) => void {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  reveal.on('autoanimate', (event) => {
    // As reveal.js documents the event: its own style element, with the rules of this animation.
    const { sheet: written } = event as unknown as { readonly sheet: HTMLStyleElement };
    sheet.replaceSync(written.textContent);
  });
  return withoutStyleElements;
}

/** Keeps style elements out of the page while `move` runs: the browser reports each as an error. */
function withoutStyleElements(move: () => void): void {
  const { head } = document;
  const append = head.appendChild.bind(head);
  head.appendChild = (node) => (node instanceof HTMLStyleElement ? node : append(node));
  try {
    move();
  } finally {
    head.appendChild = append;
  }
}
