/** The time in which a first packet arrives even if it was lost three times. */
export const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Returns true if the server answers a plain request on a new connection, independent of the socket.
 */
export async function canReachServer(abort?: AbortSignal): Promise<boolean> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), CONNECT_TIMEOUT_MS);
  abort?.addEventListener('abort', () => stop.abort());
  try {
    // Browsers use separate connections for requests without credentials, so this does not reuse the
    // one that the page was loaded over, which may be as dead as the socket.
    const options = { signal: stop.signal, cache: 'no-store', credentials: 'omit' } as const;
    return (await fetch('/healthz', options)).ok;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
