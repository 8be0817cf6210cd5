/** The link that opens the stage in a window of its own. */
export function OpenStage({ code }: { code: string }) {
  return (
    <a class="button" href={`/s/${code}/stage`} target={`stage-${code}`} onClick={openInWindow}>
      Open stage
    </a>
  );
}

/**
 * Opens a link in a new window, which can be moved to the projector. A tab would hide the console,
 * and browsers slow down hidden pages. Where windows are blocked, the link opens a tab.
 */
function openInWindow(event: MouseEvent & { readonly currentTarget: HTMLAnchorElement }): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { href, target } = event.currentTarget;
  if (open(href, target, 'popup,width=1280,height=720') !== null) event.preventDefault();
}
