import { EditorView } from '@codemirror/view';

/**
 * Keeps the line with the cursor in view where the place of a text becomes smaller; leaves it alone where
 * its author had scrolled away from it. Returns a function that stops it.
 */
export function keepCursorInView(view: EditorView): () => void {
  const scroller = view.scrollDOM;
  let height = scroller.clientHeight;
  const observer = new ResizeObserver(() => {
    // A text that is hidden comes back as high as it was.
    if (scroller.clientHeight === 0) return;
    const before = height;
    height = scroller.clientHeight;
    if (height >= before) return;
    const { head } = view.state.selection.main;
    const { top, bottom } = view.lineBlockAt(head);
    const wasInView = bottom > scroller.scrollTop && top < scroller.scrollTop + before;
    if (wasInView) view.dispatch({ effects: EditorView.scrollIntoView(head, { yMargin: 20 }) });
  });
  observer.observe(scroller);
  return () => observer.disconnect();
}
