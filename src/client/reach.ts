const PATIENCE_MS = 6_000;

/**
 * Whether the server can be reached over a connection of its own, whatever is the matter with the
 * present one. A proxy that answers in its place will do: it would have cut a socket that is dead.
 */
export async function canReachServer(): Promise<boolean> {
  try {
    await fetch('/healthz', {
      cache: 'no-store',
      // Browsers keep connections without cookies apart: one that the page was loaded over, and
      // that is as dead as the socket, is not taken for this.
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return true;
  } catch {
    return false;
  }
}
