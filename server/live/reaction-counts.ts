import type { OnFault } from '../telemetry/guarded.ts';
import { forStage } from '../transport/socket-types.ts';
import type { Publisher } from './publisher.ts';
import { fixedInterval, Throttle } from './throttle.ts';

/** Stages are told of reactions this often, in milliseconds. */
const INTERVAL_MS = 400;

/** Counts reactions between two messages to the stages. They are kept nowhere else. */
export class ReactionCounts {
  #here: number[] = [];
  #elsewhere: number[] = [];
  readonly #throttle: Throttle;

  constructor(
    readonly publisher: Pick<Publisher, 'toStages'>,
    onFault: OnFault,
    /** Passes what came to this node on to the others. */
    readonly passOn: (counts: readonly number[]) => void = () => undefined,
  ) {
    this.#throttle = new Throttle(fixedInterval(INTERVAL_MS), () => this.#publish(), onFault);
  }

  /** Counts a reaction that came to this node. */
  add(sign: number): void {
    this.#here[sign] = (this.#here[sign] ?? 0) + 1;
    this.#throttle.changed('');
  }

  /** Counts those that came to another node. */
  addElsewhere(counts: readonly number[]): void {
    for (const [sign, count] of counts.entries()) {
      this.#elsewhere[sign] = (this.#elsewhere[sign] ?? 0) + count;
    }
    this.#throttle.changed('');
  }

  stop(): void {
    this.#throttle.stop();
  }

  #publish(): number {
    const [here, elsewhere] = [this.#here, this.#elsewhere];
    this.#here = [];
    this.#elsewhere = [];
    const signs = { length: Math.max(here.length, elsewhere.length) };
    const counts = Array.from(signs, (_, sign) => (here[sign] ?? 0) + (elsewhere[sign] ?? 0));
    if (here.length > 0) this.passOn(Array.from(here, (count) => count ?? 0));
    const frame = forStage('reactions:sent', { counts });
    this.publisher.toStages(frame);
    return frame.packet.length;
  }
}
