import { isRecord } from '../../lib/json.ts';
import { failure, success } from '../../lib/result.ts';
import type { ActivityControl } from '../contract.ts';
import type { OpenTextTally } from './tally.ts';
import type { OpenTextShown } from './tally.ts';

/** Approves the texts of one key for the room, or rejects them, approved before or not. */
export type Moderation = { readonly approve: string } | { readonly reject: string };

const LONGEST_KEY = 1_000;
const UNFITTING = 'Send {"approve": key} or {"reject": key}, with the key of a text.';

/** The console's control of written texts: the room reads none before it was approved. */
export const moderation: ActivityControl<OpenTextTally, OpenTextShown, Moderation> = {
  check(tally, control) {
    if (!isRecord(control)) return failure(UNFITTING);
    const [[verb, key] = [], ...more] = Object.entries(control);
    const isKey = typeof key === 'string' && key !== '' && key.length <= LONGEST_KEY;
    if (!isKey || more.length > 0) return failure(UNFITTING);
    const isApproved = tally.approved.has(key);
    if (verb === 'approve') return success(isApproved ? null : { approve: key });
    if (verb === 'reject') return success(isApproved ? { reject: key } : null);
    return failure(UNFITTING);
  },

  apply({ approved }, control) {
    if ('approve' in control) approved.add(control.approve);
    else approved.delete(control.reject);
  },

  label: (control) => ('approve' in control ? 'Text approved' : 'Text rejected'),

  inverse: (control) =>
    'approve' in control ? { reject: control.approve } : { approve: control.reject },

  due(shown) {
    if (shown?.audience !== 'presenter') return [];
    const waiting = shown.words.filter((text) => !text.approved);
    return waiting.map(({ key }) => ({ approve: key }));
  },
};
