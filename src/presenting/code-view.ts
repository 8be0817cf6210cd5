/**
 * Brings the lines in focus of each listing on a slide into view, and makes listings that are larger
 * than their place reachable for those who scroll by keyboard. The slide has to be laid out.
 */
export function showCodeFocus(section: HTMLElement): void {
  for (const code of section.querySelectorAll<HTMLElement>('pre.code')) {
    const isCut = code.scrollHeight > code.clientHeight || code.scrollWidth > code.clientWidth;
    if (isCut && code.ariaHidden !== 'true') code.tabIndex = 0;
  }
  for (const steps of section.querySelectorAll('.code-steps')) {
    let top = 0;
    for (const view of steps.querySelectorAll<HTMLElement>(':scope > pre')) {
      // A step without lines leaves the code where it was.
      top = focusTop(view) ?? top;
      view.scrollTop = top;
    }
  }
  for (const code of section.querySelectorAll<HTMLElement>(
    'pre.code.focus:not(.code-steps > pre)',
  )) {
    code.scrollTop = focusTop(code) ?? 0;
  }
}

/** The distance to scroll for the lines in focus to be in the middle, or begin at the top; null for none. */
function focusTop(view: HTMLElement): number | null {
  const lines = view.querySelectorAll<HTMLElement>('.line.on');
  const first = lines[0];
  const last = lines[lines.length - 1];
  if (first === undefined || last === undefined) return null;
  const top = first.offsetTop;
  const height = last.offsetTop + last.offsetHeight - top;
  return top - Math.max(0, (view.clientHeight - height) / 2);
}
