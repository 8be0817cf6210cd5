import type { ActivityControl } from '../activities/contract.ts';
import { isRecord } from '../lib/json.ts';
import { failure, success, type Result } from '../lib/result.ts';
import { choiceOf, groupOf, isTextKey } from './text-key.ts';
import { isThrough, type ReviewedWords } from './shown.ts';
import { rootOf } from './root-of.ts';
import { isSpotlit, type WrittenTexts } from './texts.ts';

/** On a verb that takes a text off the stage, which then ends the spotlight on it; or that undoes one. */
type Ends = { readonly spotlit?: true };

/**
 * The verbs of a presenter, each with the key of a text. `reject` takes an approval back, and the text
 * waits again; `put-away` takes a text off the list of those that wait. They are two verbs, so that one
 * that is sent twice does no more than it did at first.
 */
export type Moderation =
  | ({ readonly approve: string } & Ends)
  | ({ readonly reject: string } & Ends)
  | ({ readonly 'put-away': string } & Ends)
  | ({ readonly 'put-back': string } & Ends)
  | ({ readonly merge: string; readonly into: string } & Ends)
  | ({ readonly unmerge: string; readonly from: string } & Ends)
  | { readonly spotlight: string | null; readonly before: string | null };

/** The verbs as a console sends them. */
export type ModerationWanted =
  | { readonly [verb in 'approve' | 'reject' | 'put-away' | 'put-back' | 'unmerge']?: string }
  | { readonly merge: string; readonly into: string }
  | { readonly spotlight: string | null };

/** Written texts as they are sent to an audience, as far as due decisions follow from them. */
type TextsShown =
  | { readonly audience: 'room' }
  | { readonly audience: 'presenter'; readonly words: readonly ReviewedWords[] }
  | null;

type Checked = Result<Moderation | null, string>;

const UNFITTING =
  'Send {"approve": key}, or another verb of the protocol for texts, with the key of a text.';
const NOTHING: Checked = success(null);

/** The console's control of written texts: the room reads those that come through, and nothing else. */
export const moderation: ActivityControl<WrittenTexts, TextsShown, Moderation> = {
  check(texts, control) {
    if (!isRecord(control)) return failure(UNFITTING);
    const [[verb, key] = [], ...more] = Object.entries(control);
    if (verb === 'spotlight' && key === null && more.length === 0) return checkNoSpotlight(texts);
    if (!isTextKey(key)) return failure(UNFITTING);
    if (verb === 'merge') {
      const [[name, into] = []] = more;
      if (more.length !== 1 || name !== 'into' || !isTextKey(into)) return failure(UNFITTING);
      return checkMerge(texts, key, into);
    }
    return more.length > 0 ? failure(UNFITTING) : checkVerb(texts, verb, key);
  },

  apply(texts, control) {
    const { approved, putAway, merged } = texts;
    if ('approve' in control) approved.add(control.approve);
    else if ('reject' in control) approved.delete(control.reject);
    else if ('put-away' in control) putAway.add(groupOf(control['put-away']));
    else if ('put-back' in control) putAway.delete(groupOf(control['put-back']));
    else if ('merge' in control) merge(texts, control);
    else if ('unmerge' in control) merged.delete(groupOf(control.unmerge));
    else texts.spotlight = control.spotlight;
    if ('spotlit' in control) texts.spotlight = spotlightAfter(control);
  },

  label(control) {
    if ('approve' in control) return 'Text approved';
    if ('reject' in control) return 'Text rejected';
    if ('put-away' in control) return 'Text put away';
    if ('put-back' in control) return 'Text put back';
    if ('merge' in control) return 'Texts merged';
    if ('unmerge' in control) return 'Text taken out';
    return control.spotlight === null ? 'Spotlight ended' : 'Text shown large';
  },

  inverse(control) {
    const ends: Ends = 'spotlit' in control ? { spotlit: true } : {};
    if ('approve' in control) return { reject: control.approve, ...ends };
    if ('reject' in control) return { approve: control.reject, ...ends };
    if ('put-away' in control) return { 'put-back': control['put-away'], ...ends };
    if ('put-back' in control) return { 'put-away': control['put-back'], ...ends };
    if ('merge' in control) return { unmerge: control.merge, from: control.into, ...ends };
    if ('unmerge' in control) return { merge: control.unmerge, into: control.from, ...ends };
    return { spotlight: control.before, before: control.spotlight };
  },

  due(shown) {
    if (shown?.audience !== 'presenter') return [];
    const waiting = shown.words.filter(({ approved, held }) => !approved && held !== true);
    return waiting.map(({ key }) => ({ approve: key }));
  },
};

function checkVerb(texts: WrittenTexts, verb: string | undefined, key: string): Checked {
  const { approved, putAway, merged, spotlight } = texts;
  const name = groupOf(key);
  const ends: Ends = isSpotlit(texts, name) ? { spotlit: true } : {};
  switch (verb) {
    case 'approve':
      return approved.has(key) ? NOTHING : success({ approve: key });
    case 'reject':
      return approved.has(key) ? success({ reject: key, ...ends }) : NOTHING;
    case 'put-away': {
      const isApproved = [...approved].some((one) => groupOf(one) === name);
      const isDone = putAway.has(name) || isApproved;
      return isDone ? NOTHING : success({ 'put-away': key, ...ends });
    }
    case 'put-back':
      return putAway.has(name) ? success({ 'put-back': key }) : NOTHING;
    case 'unmerge': {
      const from = merged.get(name);
      return from === undefined ? NOTHING : success({ unmerge: key, from });
    }
    case 'spotlight':
      if (isSpotlit(texts, name)) return NOTHING;
      if (!isThrough(texts, name)) return failure('Approve the text before you spotlight it.');
      return success({ spotlight: key, before: spotlight });
    default:
      return failure(UNFITTING);
  }
}

function checkNoSpotlight({ spotlight }: WrittenTexts): Checked {
  return spotlight === null ? NOTHING : success({ spotlight: null, before: spotlight });
}

function checkMerge(texts: WrittenTexts, key: string, into: string): Checked {
  const name = groupOf(key);
  if (name === groupOf(into)) return failure('Merge a text with another one.');
  if (choiceOf(key) !== choiceOf(into)) return failure('Merge texts of the same option.');
  if (texts.merged.has(name)) return NOTHING;
  if (rootOf(texts, groupOf(into)) === name) {
    return failure('The other text is merged into this one: take it out first.');
  }
  return success({ merge: key, into, ...(isSpotlit(texts, name) ? { spotlit: true } : {}) });
}

/** A circle of texts would go on under none: a log from elsewhere may ask for one. */
function merge(texts: WrittenTexts, control: Extract<Moderation, { merge: string }>): void {
  const name = groupOf(control.merge);
  if (rootOf(texts, groupOf(control.into)) !== name) texts.merged.set(name, control.into);
}

/** The spotlight is on the text again whose verb is undone, and otherwise off. */
function spotlightAfter(control: Moderation): string | null {
  if ('approve' in control) return control.approve;
  if ('put-back' in control) return control['put-back'];
  return 'unmerge' in control ? control.unmerge : null;
}
