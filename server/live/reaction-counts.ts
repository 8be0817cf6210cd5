import type { OnFault } from '../telemetry/guarded.ts';
import { forStage } from '../transport/socket-types.ts';
import type { Publisher } from './publisher.ts';
import { fixedInterval, Throttle } from './throttle.ts';

/** Stages are told of reactions this often, in milliseconds. */
const INTERVAL_MS = 400;

/** Counts reactions between two messages to the stages. They are kept nowhere else. */
export class ReactionCounts {
  #counts: number[] = [];
  readonly #throttle: Throttle;

  constructor(
    readonly publisher: Pick<Publisher, 'toStages'>,
    onFault: OnFault,
  ) {
    this.#throttle = new Throttle(fixedInterval(INTERVAL_MS), () => this.#publish(), onFault);
  }

  add(sign: number): void {
    this.#counts[sign] = (this.#counts[sign] ?? 0) + 1;
    this.#throttle.changed('');
  }

  stop(): void {
    this.#throttle.stop();
  }

  #publish(): number {
    const counts = Array.from(
      { length: this.#counts.length },
      (_, sign) => this.#counts[sign] ?? 0,
    );
    this.#counts = [];
    const frame = forStage('reactions:sent', { counts });
    this.publisher.toStages(frame);
    return frame.packet.length;
  }
}
