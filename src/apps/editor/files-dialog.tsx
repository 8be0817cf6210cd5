import { deckEditing } from '../../client/deck-editing.ts';
import { mediaKind } from '../../deck/media-kinds.ts';
import { Confirm } from '../../presenting/confirm.tsx';
import { ModalDialog } from '../../presenting/modal-dialog.tsx';
import type { MediaFile } from '../../protocol/deck-editing.ts';
import type { DeckModel } from './deck-model.ts';

interface Props {
  readonly model: DeckModel;
  readonly onClosed: () => void;
}

/** The pictures and other files for slides in the deck's folder, with a way to remove those that no slide uses. */
export function FilesDialog({ model, onClosed }: Props) {
  const media = model.preview.value?.media ?? [];
  const problem = model.problem.value;
  const files = [...media.filter(({ used }) => !used), ...media.filter(({ used }) => used)];
  const remove = async (path: string): Promise<void> => {
    const removed = await deckEditing.removeMedia(model.name, path);
    model.problem.value = removed.ok ? null : removed.error;
    await model.previewNow();
  };
  return (
    <ModalDialog name="Files" class="confirm files-dialog" onClosed={onClosed}>
      <h2>Pictures and other files</h2>
      {problem !== null && (
        <p class="problem" role="alert">
          {problem.message}
        </p>
      )}
      <p class="caption">{summary(media)}</p>
      <ul class="media-list">
        {files.map((file) => (
          <li key={file.path}>
            <Picture deck={model.name} path={file.path} />
            <span class="media-name">{file.path}</span>
            {file.used ? (
              <span class="caption">in use</span>
            ) : (
              <RemoveFile
                path={file.path}
                isReadOnly={model.isReadOnly}
                onRemove={() => void remove(file.path)}
              />
            )}
          </li>
        ))}
      </ul>
      <form method="dialog" class="confirm-buttons">
        <button class="button" autofocus>
          Close
        </button>
      </form>
    </ModalDialog>
  );
}

interface RemoveProps {
  readonly path: string;
  readonly isReadOnly: boolean;
  readonly onRemove: () => void;
}

function RemoveFile({ path, isReadOnly, onRemove }: RemoveProps) {
  if (isReadOnly) return <span class="caption">not used</span>;
  return (
    <Confirm
      label="Remove"
      question={`Remove ${path}?`}
      explanation="No slide uses it now. Earlier sessions and versions with it lose it. It is kept in the folder .deleted beside the decks."
      isFinal
      onConfirm={onRemove}
    />
  );
}

function Picture({ deck, path }: { readonly deck: string; readonly path: string }) {
  if (mediaKind(path) !== 'picture') return <span class="media-picture" />;
  const address = [deck, ...path.split('/')].map(encodeURIComponent).join('/');
  return <img class="media-picture" src={`/slides/${address}`} alt="" loading="lazy" />;
}

function summary(media: readonly MediaFile[]): string {
  const unused = media.filter(({ used }) => !used).length;
  if (media.length === 0) return 'None yet. Drop a picture into the text, or insert one.';
  if (unused === 0) return 'All of them are used.';
  return unused === 1 ? '1 is not used by any slide.' : `${unused} are not used by any slide.`;
}
