/**
 * The key of a presenter link (`/present#key=…`), taken out of the address bar at once: what stands
 * behind # reaches no server's log, but it would stay in the browser's history.
 */
export function takeKeyFromLink(): string | null {
  const key = new URLSearchParams(location.hash.slice(1)).get('key');
  if (key !== null) history.replaceState(null, '', location.pathname);
  return key;
}
