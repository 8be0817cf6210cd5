import type { Json } from '../../lib/json.ts';
import type { DeviceStorage } from '../device/storage.ts';
import { StoredByActivity, type ForActivity } from './stored-by-activity.ts';

/** An answer without an acknowledgement yet. */
export interface Outgoing extends ForActivity {
  readonly id: string;
  readonly answer: Json;
}

/** The unacknowledged answers: closing the page loses no answer given offline. */
export class Outbox extends StoredByActivity<Outgoing> {
  constructor(storage: DeviceStorage, key: string) {
    super(storage, key, 'answer');
  }

  /** Removes an answer, unless a later one has replaced it. */
  settle({ activity, id }: Outgoing): void {
    if (this.of(activity)?.id === id) this.delete(activity);
  }
}
