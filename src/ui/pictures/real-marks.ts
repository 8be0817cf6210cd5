import './real-marks.css';

/**
 * Puts an element in the place of each mark that a style sheet draws before or after another: only elements
 * can be measured. For a part of a page that is thrown away afterwards.
 */
export function makeMarksReal(root: HTMLElement): void {
  const marks = [...root.querySelectorAll('*')].flatMap((element) =>
    (['::before', '::after'] as const).flatMap((side) => {
      const mark = markOf(element, side);
      return mark === null ? [] : [{ element, side, mark }];
    }),
  );
  root.classList.add('has-real-marks');
  for (const { element, side, mark } of marks) {
    if (side === '::before') element.prepend(mark);
    else element.append(mark);
  }
}

function markOf(element: Element, side: '::before' | '::after'): HTMLElement | null {
  const style = getComputedStyle(element, side);
  if (style.content === 'none' || style.content === 'normal') return null;
  // A name of its own, for which no style sheet has rules.
  const mark = document.createElement('real-mark');
  for (const property of style) mark.style.setProperty(property, style.getPropertyValue(property));
  return mark;
}
