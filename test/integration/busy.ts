/** Options of `vi.waitUntil`, which waits a second by default: others may have the processor for longer. */
export const BUSY = { timeout: 10_000 };
