/** Stands in the pages for Socket.IO's own waits: they wait by `waits.ts`. */
export class Backoff {
  attempts = 0;

  reset(): void {}
}
