import type { DeckModel } from './deck-model.ts';
import { OutdatedSessions } from './outdated-sessions.tsx';

/** Notices to the author about the deck, each with its action. */
export function EditorNotices({ model }: { model: DeckModel }) {
  const { folder, problem, others, restored, adding } = model;
  const contested = model.files.value.find(({ theirs }) => theirs !== null);
  return (
    <div class="editor-notices">
      {folder.unwritable !== null && <p role="status">{folder.unwritable}</p>}
      {problem.value !== null && (
        <p class="problem" role="alert">
          {problem.value.message}
        </p>
      )}
      {adding.value !== null && <p role="status">Adding {adding.value}…</p>}
      {others.value > 0 && contested === undefined && (
        <p role="status">
          Somebody else is editing this deck. What they save appears here, and your text stays.
        </p>
      )}
      {restored.value.length > 0 && (
        <div class="editor-notice" role="status">
          <p>Text that was typed here before and not saved is back: {restored.value.join(', ')}.</p>
          <button type="button" class="button button-small" onClick={() => model.discardRestored()}>
            Use the saved text instead
          </button>
        </div>
      )}
      {contested !== undefined && (
        <div class="editor-notice" role="alert">
          <p>
            Somebody else has saved {contested.file} with changes to the same lines. Their lines
            stand above yours: choose at each place, or write what both mean.
          </p>
          <button
            type="button"
            class="button button-small"
            onClick={() => {
              model.settle(contested.file);
              void model.save();
            }}
          >
            Save the text as it stands
          </button>
        </div>
      )}
      <OutdatedSessions model={model} />
    </div>
  );
}
