/**
 * Makes the code below `page` fit its place on paper, where nothing scrolls: code that is too large for it
 * is set small, and says which of its lines are there if those are still not all.
 */
export function fitCodeOnPaper(page: HTMLElement): void {
  for (const listing of page.querySelectorAll('.code-steps, pre.code:not(.code-steps > pre)')) {
    // Its last step lies on the others, and is the one that is printed.
    const views = listing.matches('pre')
      ? [listing]
      : [...listing.querySelectorAll(':scope > pre')];
    for (const view of views) view.scrollTop = 0;
    if (!views.some(isCut)) continue;
    for (const view of views) view.classList.add('code-small');
    for (const view of views) if (isCut(view)) nameLines(view);
  }
}

function isCut(view: Element): boolean {
  return view.scrollHeight > view.clientHeight || view.scrollWidth > view.clientWidth;
}

function nameLines(view: Element): void {
  const lines = [...view.querySelectorAll<HTMLElement>('.line')];
  const shown = lines.filter((line) => line.offsetTop + line.offsetHeight <= view.clientHeight);
  // The lines in focus may be among those that are left out.
  view.classList.remove('focus');
  view.setAttribute('data-cut', `Lines 1–${shown.length} of ${lines.length}`);
}
