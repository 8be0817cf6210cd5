/** Draws the diagrams of Mermaid on a slide, each in a frame. Its source is shown if it has a mistake, or cannot be drawn. */
export function drawDiagrams(section: HTMLElement): void {
  const isPrinted = document.documentElement.classList.contains('print-pdf');
  for (const figure of section.querySelectorAll('figure.mermaid')) {
    const frame = document.createElement('iframe');
    // Slides that are not shown yet are drawn later.
    frame.loading = isPrinted ? 'eager' : 'lazy';
    frame.src = '/diagram';
    frame.title = figure.ariaLabel ?? 'Diagram';
    // Keys belong to the slides.
    frame.tabIndex = -1;
    frame.ariaHidden = 'true';
    // A page or a script that did not come leaves a block of the browser's own grey.
    frame.addEventListener('load', () => {
      if (frame.dataset['draws'] === undefined) figure.setAttribute('data-state', 'failed');
    });
    figure.prepend(frame);
  }
}

/** Draws the diagrams below `root` anew, in the colours that it has now. */
export function redrawDiagrams(root: Element): void {
  for (const frame of root.querySelectorAll<HTMLIFrameElement>('figure.mermaid > iframe')) {
    frame.src = '/diagram';
  }
}

/** Resolves once all diagrams below `root` are drawn, or have failed. */
export function diagramsDrawn(root: Element): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (root.querySelector('figure.mermaid:not([data-state])') !== null) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(check);
    observer.observe(root, { subtree: true, childList: true, attributeFilter: ['data-state'] });
    check();
  });
}
