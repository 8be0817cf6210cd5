import { isRecord, type Json } from '../lib/json.ts';
import { wellFormed } from '../lib/well-formed.ts';
import type { Fact } from './facts.ts';

type Stored = Record<string, unknown>;

/**
 * A fact as this version names it, from one that this or an earlier version wrote. Facts stay in
 * the log as they were written; only names have changed, so nothing is added or lost. Texts are made
 * well-formed, as they are now before they are stored.
 */
export function upgradeFact(stored: Stored): Fact {
  // Sound for facts that Plenary wrote; `npm run log -- verify` checks the shape of others.
  return renamed(stored) as unknown as Fact;
}

/** Version 0.1 said voter, conduct and solved, and knew one control alone. */
function renamed(stored: Stored): Stored {
  switch (stored['type']) {
    case 'session:started':
    case 'deck:revised':
      return { ...stored, deck: upgradeDeck(stored['deck']) };
    case 'answer:given': {
      const answer = wellFormedPart(stored['answer']);
      if (!('voter' in stored)) return { ...stored, answer };
      const { voter, ...rest } = stored;
      return { ...rest, answer, attendee: voter };
    }
    case 'activity:solved':
      return { ...stored, type: 'activity:answer-revealed' };
    case 'words:approved': {
      const { activity, key, approved } = stored;
      const control = approved === true ? { approve: key } : { reject: key };
      return renamed({ type: 'activity:controlled', activity, control });
    }
    case 'activity:controlled':
      return { ...stored, control: wellFormedPart(stored['control']) };
    default:
      return stored;
  }
}

function wellFormedPart(part: unknown): Json {
  // Sound: facts are parsed as JSON. One that lacks the part still lacks it, and is found by its shape.
  return wellFormed(part as Json);
}

function upgradeDeck(deck: unknown): unknown {
  if (!isRecord(deck) || !Array.isArray(deck['activities'])) return deck;
  return { ...deck, activities: deck['activities'].map(upgradeActivity) };
}

function upgradeActivity(activity: unknown): unknown {
  if (!isRecord(activity) || !('conduct' in activity)) return activity;
  const { conduct, ...rest } = activity;
  const { hideBelow, ...settings } = isRecord(conduct) ? conduct : {};
  return { ...rest, settings: { ...settings, minAnswers: hideBelow } };
}
