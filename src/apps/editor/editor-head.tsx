import { useState } from 'preact/hooks';
import { api } from '../../client/api.ts';
import { OwnText } from '../../ui/own-text.tsx';
import type { Dialog } from './editor-dialogs.tsx';
import type { DeckModel } from './deck-model.ts';

interface Props {
  readonly model: DeckModel;
  readonly onDialog: (dialog: Dialog) => void;
  readonly onFind: () => void;
  readonly onDownload: () => void;
}

/** The name of the deck, the state of its text, and its actions. */
export function EditorHead({ model, onDialog, onFind, onDownload }: Props) {
  const { isReadOnly } = model;
  const { isUnsaved } = model;
  return (
    <header class="editor-head">
      <div class="editor-name">
        <h1>
          <OwnText>{model.preview.value?.title ?? model.name}</OwnText>
        </h1>
        <p class="caption" role="status">
          {isReadOnly ? 'Cannot be saved here' : stateLabel(model.saving.value, isUnsaved)}
        </p>
      </div>
      <div class="editor-actions">
        {isReadOnly ? (
          <button type="button" class="button button-primary" onClick={onDownload}>
            Download this file
          </button>
        ) : (
          <>
            <button
              type="button"
              class="button button-primary"
              aria-keyshortcuts="Control+S"
              aria-disabled={!isUnsaved || model.saving.value}
              onClick={() => void model.save()}
            >
              Save
            </button>
            <DialogButton label="Insert" onPress={() => onDialog('insert')} />
          </>
        )}
        <button type="button" class="button" aria-keyshortcuts="Control+F" onClick={onFind}>
          Find
        </button>
        <DialogButton label="Files" onPress={() => onDialog('files')} />
        <DialogButton label="Versions" onPress={() => onDialog('versions')} />
        <StartButton model={model} isUnsaved={isUnsaved && !isReadOnly} />
        <a class="button button-quiet" href="/present">
          All decks
        </a>
      </div>
    </header>
  );
}

function DialogButton({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button type="button" class="button" aria-haspopup="dialog" onClick={onPress}>
      {label}
    </button>
  );
}

function StartButton({ model, isUnsaved }: { model: DeckModel; isUnsaved: boolean }) {
  const [starting, setStarting] = useState(false);
  const start = async (): Promise<void> => {
    // A second press would start a second session.
    if (starting) return;
    setStarting(true);
    const isReady = (await model.mayStart()) && (!isUnsaved || (await model.save()));
    const started = isReady ? await api.start(model.name, false) : null;
    if (started?.ok === true) location.assign(new URL(started.value.consoleUrl).pathname);
    else if (started !== null) model.problem.value = started.error;
    setStarting(started?.ok === true);
  };
  return (
    <button
      type="button"
      class="button"
      aria-disabled={model.hasMistakes}
      onClick={() => void start()}
    >
      {isUnsaved ? 'Save and start a session' : 'Start a session'}
    </button>
  );
}

function stateLabel(isSaving: boolean, isUnsaved: boolean): string {
  if (isSaving) return 'Saving…';
  return isUnsaved ? 'Not saved yet' : 'Saved';
}
