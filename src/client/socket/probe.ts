/** As long as a first packet takes that was lost three times. */
export const OPEN_WITHIN_MS = 10_000;

/**
 * Whether the server answers a plain request, over a connection of its own: whatever is the matter
 * with the present one.
 */
export async function canReachServer(gone?: AbortSignal): Promise<boolean> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), OPEN_WITHIN_MS);
  gone?.addEventListener('abort', () => stop.abort());
  try {
    // Browsers keep connections without cookies apart: one that the page was loaded over, and that
    // may be as dead as the socket, is not taken for this.
    const options = { signal: stop.signal, cache: 'no-store', credentials: 'omit' } as const;
    return (await fetch('/healthz', options)).ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
