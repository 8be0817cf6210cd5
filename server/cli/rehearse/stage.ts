import type { StageActivityView, StageSnapshot } from '../../../src/session/views.ts';
import { Link } from './connection.ts';

/** A count of answers to a question, as the stage showed it from a moment on. */
export interface Sighting {
  readonly activity: string;
  readonly answered: number;
  /** In milliseconds of one steady clock. */
  readonly at: number;
}

/** The stage of a rehearsal: notes when it shows how many have answered. */
export class Stage {
  readonly sightings: Sighting[] = [];
  readonly #answered = new Map<string, number>();
  readonly #link: Link;

  constructor(url: string, code: string, key: string) {
    this.#link = new Link({ url, who: () => ({ code, role: 'stage', key }) });
    const { socket } = this.#link;
    socket.on('activity:changed', (view: StageActivityView) => this.#see(view));
    socket.on('session:state', ({ activities }: StageSnapshot) => {
      for (const view of activities) this.#see(view);
    });
    this.#link.connect();
  }

  /** The number of answers to a question, as the stage shows it now. */
  answered(activity: string): number {
    return this.#answered.get(activity) ?? 0;
  }

  leave(): void {
    this.#link.close();
  }

  #see({ id, answered }: StageActivityView): void {
    if (answered === this.answered(id)) return;
    this.#answered.set(id, answered);
    this.sightings.push({ activity: id, answered, at: performance.now() });
  }
}
