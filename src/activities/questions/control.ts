import { isRecord } from '../../lib/json.ts';
import { failure, success, type Result } from '../../lib/result.ts';
import type { ActivityControl } from '../contract.ts';
import { groupOf, isTextKey } from '../../moderation/text-key.ts';
import { moderation, type Moderation } from '../../moderation/moderation.ts';
import { isThrough } from '../../moderation/shown.ts';
import { isSpotlit } from '../../moderation/texts.ts';
import type { QuestionsShown, QuestionsTally } from './tally.ts';

/** The verbs beside those for all texts, each with the key of a question. */
export type QuestionsControl =
  | Moderation
  /** `spotlit`: it was large on the stage, which ends with its answer. */
  | { readonly answer: string; readonly spotlit?: true }
  | { readonly unanswer: string; readonly spotlit?: true }
  | { readonly pin: string }
  | { readonly unpin: string }
  | { readonly 'let-through': boolean };

type Checked = Result<QuestionsControl | null, string>;

const NOTHING: Checked = success(null);

/** The console's control of the questions: which the room reads, and what becomes of them. */
export const questionsControl: ActivityControl<QuestionsTally, QuestionsShown, QuestionsControl> = {
  check(tally, control) {
    const [[verb, value] = [], ...more] = isRecord(control) ? Object.entries(control) : [];
    if (more.length > 0) return moderation.check(tally, control);
    if (verb === 'let-through' && typeof value === 'boolean') {
      return tally.letsThrough === value ? NOTHING : success({ 'let-through': value });
    }
    if (verb !== 'answer' && verb !== 'unanswer' && verb !== 'pin' && verb !== 'unpin') {
      return moderation.check(tally, control);
    }
    if (!isTextKey(value)) {
      return failure(`Send {"${verb}": key} with the key of a question.`);
    }
    return checkMark(tally, verb, value);
  },

  apply(tally, control) {
    const { answered, pinned } = tally;
    if ('let-through' in control) tally.letsThrough = control['let-through'];
    else if ('pin' in control) pinned.add(groupOf(control.pin));
    else if ('unpin' in control) pinned.delete(groupOf(control.unpin));
    else if ('answer' in control) {
      answered.add(groupOf(control.answer));
      if (control.spotlit === true) tally.spotlight = null;
    } else if ('unanswer' in control) {
      answered.delete(groupOf(control.unanswer));
      if (control.spotlit === true) tally.spotlight = control.unanswer;
    } else moderation.apply(tally, control);
  },

  label(control) {
    if ('let-through' in control) {
      return control['let-through'] ? 'Approval off' : 'Approval on';
    }
    if ('pin' in control) return 'Question pinned';
    if ('unpin' in control) return 'Pin removed';
    if ('answer' in control) return 'Marked answered';
    if ('unanswer' in control) return 'Answer taken back';
    return moderation.label(control);
  },

  inverse(control) {
    if ('let-through' in control) return { 'let-through': !control['let-through'] };
    if ('pin' in control) return { unpin: control.pin };
    if ('unpin' in control) return { pin: control.unpin };
    if ('answer' in control) {
      return { unanswer: control.answer, ...(control.spotlit ? { spotlit: true } : {}) };
    }
    if ('unanswer' in control) {
      return { answer: control.unanswer, ...(control.spotlit ? { spotlit: true } : {}) };
    }
    return moderation.inverse(control);
  },

  due: (shown) => moderation.due(shown),
};

type Mark = 'answer' | 'unanswer' | 'pin' | 'unpin';

function checkMark(tally: QuestionsTally, verb: Mark, key: string): Checked {
  const { answered, pinned } = tally;
  const name = groupOf(key);
  const marked = verb === 'answer' || verb === 'unanswer' ? answered : pinned;
  if (verb === 'unanswer' || verb === 'unpin') {
    if (!marked.has(name)) return NOTHING;
    return success(verb === 'unpin' ? { unpin: key } : { unanswer: key });
  }
  if (marked.has(name)) return NOTHING;
  if (!isThrough(tally, name)) return failure('Approve the question first.');
  if (verb === 'pin') return success({ pin: key });
  return success({ answer: key, ...(isSpotlit(tally, name) ? { spotlit: true } : {}) });
}
