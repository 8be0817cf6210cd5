import type { Json } from '../lib/json.ts';

interface Drafting {
  readonly draft: Json | null;
  keepDraft(draft: Json | null): void;
}

/**
 * The draft kept on this device, or `given` where there is none, and a function that keeps another.
 * A draft that equals the given answer is dropped.
 *
 * @param given the draft of the latest answer
 * @param isDraft rejects what another version of this page may have kept
 */
export function useDraft<Draft extends Json>(
  { draft, keepDraft }: Drafting,
  given: Draft,
  isDraft: (kept: Json) => kept is Draft,
): [Draft, (draft: Draft) => void] {
  const keep = (edited: Draft): void =>
    keepDraft(JSON.stringify(edited) === JSON.stringify(given) ? null : edited);
  return [draft !== null && isDraft(draft) ? draft : given, keep];
}
