import { tallyFault } from '../../src/session/activity-views.ts';
import type { ActivityView } from '../../src/session/views.ts';
import type { LiveSession } from './live-session.ts';

/** Notes the activities whose tally cannot be shown, each once. */
export class TallyFaults {
  readonly #known = new Set<string>();

  constructor(readonly session: LiveSession) {}

  note(views: readonly ActivityView[]): void {
    const { state } = this.session;
    for (const { id, hidden } of views) {
      const activityState = state.activities.get(id);
      if (hidden !== 'fault' || activityState === undefined || this.#known.has(id)) continue;
      this.#known.add(id);
      const fault = tallyFault(activityState, state);
      if (fault !== null) this.session.fault(fault.error);
    }
  }
}
