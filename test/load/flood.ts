import { setTimeout as pause } from 'node:timers/promises';
import { frame, joining, RawLine } from '../integration/raw-websocket.ts';

/** The result of a flood. */
export interface FloodReport {
  /** Messages that were handed to the network. */
  readonly sent: number;
  /** Messages that were answered with a refusal. */
  readonly refused: number;
  /** Connections that the server ended. */
  readonly cut: number;
}

export interface Flood {
  /** The result so far. */
  readonly report: FloodReport;
  /** Ends the flood, and resolves with its result. */
  stop(): Promise<FloodReport>;
}

// 10,000 messages, or a megabyte, a second from each.
const IN_A_WRITE = 100;
const BETWEEN_WRITES_MS = 10;
const WRITES = 20;
// Half a megabyte on one connection: several times what the server and its kernel keep of one, and a
// minute and a half of what the server reads of all. More would wait on the sender's machine, which here is the
// server's: copying gigabytes slowed everybody down.
const MOST_ON_A_LINE = 5_000;

/** Starts a flood at once; resolves as soon as all of it has begun. */
export async function startFlood(url: string, code: string, clients: number): Promise<Flood> {
  const flood = await prepareFlood(url, code, clients);
  flood.begin();
  return flood;
}

/**
 * Lets so many attendees join. From the moment when they begin they send far more than the server reads, and
 * reconnect as soon as they are disconnected: answers of every kind, and nonsense without
 * acknowledgement.
 */
export async function prepareFlood(
  url: string,
  code: string,
  clients: number,
): Promise<Flood & { begin(): void }> {
  const flooders = Array.from({ length: clients }, () => new Flooder(url, code));
  await Promise.all(flooders.map((flooder) => flooder.comeIn()));
  const report = (): FloodReport => ({
    sent: sum(flooders.map(({ sent }) => sent)),
    refused: sum(flooders.map((flooder) => flooder.refused)),
    cut: sum(flooders.map(({ cut }) => cut)),
  });
  return {
    get report() {
      return report();
    },
    begin() {
      for (const flooder of flooders) flooder.begin();
    },
    async stop() {
      await Promise.all(flooders.map((flooder) => flooder.stop()));
      return report();
    },
  };
}

class Flooder {
  sent = 0;
  cut = 0;
  #refusedBefore = 0;
  #line: RawLine | null = null;
  #isStopped = false;
  #flooding: Promise<void> = Promise.resolve();

  constructor(
    readonly url: string,
    readonly code: string,
  ) {}

  get refused(): number {
    return this.#refusedBefore + refusals(this.#line);
  }

  begin(): void {
    this.#flooding = this.#flood();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#line?.end();
    await this.#flooding;
  }

  async comeIn(): Promise<void> {
    this.#line = await RawLine.webSocket(this.url);
    this.#line.say(frame(joining(this.code)));
    await this.#line.until('answers:mine');
  }

  async #flood(): Promise<void> {
    while (!this.#isStopped && this.#line !== null) {
      const line = this.#line;
      await this.#fill(line);
      await line.closed();
      if (this.#isStopped) return;
      this.cut += 1;
      this.#refusedBefore += refusals(line);
      this.#line = null;
      // The flood ends with the server.
      await this.comeIn().catch(() => undefined);
    }
  }

  async #fill(line: RawLine): Promise<void> {
    for (let sent = 0; sent < MOST_ON_A_LINE; sent += IN_A_WRITE) {
      if (!(await line.sayMore(writes[(sent / IN_A_WRITE) % WRITES] ?? frame('4')))) return;
      this.sent += IN_A_WRITE;
      await pause(BETWEEN_WRITES_MS);
    }
  }
}

// Made once: a flooder that had to think would be no flooder.
const writes = Array.from({ length: WRITES }, (_, write) =>
  Buffer.concat(Array.from({ length: IN_A_WRITE }, (_made, at) => messageFrame(write, at))),
);

/** One answer that fits or not, or nonsense that wants no answer. */
function messageFrame(write: number, at: number): Buffer {
  if (at % 10 === 0) return frame('42["nonsense",{"wants":"no answer"}]');
  const choices = at % 10 === 1 ? [99] : [at % 2];
  const id = `flood-${write}-${at}`;
  const answer = { activity: 'tea', id, answer: { choices, other: null } };
  return frame(`42${at}["answer:give",${JSON.stringify(answer)}]`);
}

function refusals(line: RawLine | null): number {
  return (line?.heard.split('"ok":false').length ?? 1) - 1;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((all, one) => all + one, 0);
}
