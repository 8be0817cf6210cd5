import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../client/api.ts';
import type { ReportProblem } from './report-problem.ts';

interface Props {
  readonly code: string;
  /** The id of the question on the slide. */
  readonly id: string;
  readonly report: ReportProblem;
}

/** A button that writes a question which is in no deck into this one. */
export function SaveAsked({ code, id, report }: Props) {
  const [isSaved, setSaved] = useState(false);
  const [isSaving, setSaving] = useState(false);
  const status = useRef<HTMLParagraphElement>(null);
  // The button that had the focus is gone.
  useEffect(() => {
    if (isSaved) status.current?.focus();
  }, [isSaved]);
  const save = async (): Promise<void> => {
    if (isSaving) return;
    setSaving(true);
    const saved = await api.saveAsked(code, id);
    setSaving(false);
    setSaved(saved.ok);
    report(saved.ok ? null : saved.error);
  };
  return (
    <div class="save-asked" lang="en">
      <p ref={status} class="caption" role="status" tabIndex={-1}>
        {isSaved
          ? 'Saved into the deck, for the next session too.'
          : 'This question is in no deck.'}
      </p>
      {!isSaved && (
        <button
          type="button"
          class="button button-small"
          aria-disabled={isSaving}
          onClick={() => void save()}
        >
          Save into the deck
        </button>
      )}
    </div>
  );
}
