import { persistently } from '../../activities/views.ts';
import { unreachable } from '../../lib/unreachable.ts';
import { useLazyModule } from '../../ui/use-lazy-module.ts';
import { AddFileDialog } from './add-file-dialog.tsx';
import type { DeckModel } from './deck-model.ts';
import type { EditedFile } from './edited-file.ts';
import { FilesDialog } from './files-dialog.tsx';
import { VersionsDialog } from './versions-dialog.tsx';

export type Dialog = 'insert' | 'files' | 'versions' | 'add-file';

interface Props {
  readonly dialog: Dialog | null;
  readonly model: DeckModel;
  readonly edited: EditedFile;
  readonly onSlide: (markdown: string) => void;
  readonly onPicture: () => void;
  /** Takes the name of a file that was added. */
  readonly onAdded: (file: string) => void;
  readonly onClosed: () => void;
}

/** The dialog that is open, if one is. */
export function EditorDialogs(props: Props) {
  const { dialog, model, edited, onSlide, onPicture, onAdded, onClosed } = props;
  const files = model.files.value;
  // It needs the rules of all activity types, and with them the lists of rude words.
  const insert = useLazyModule(dialog === 'insert', () =>
    persistently(() => import('./insert-dialog.tsx')),
  );
  switch (dialog) {
    case 'insert': {
      const texts = files.map(({ text }) => text);
      return insert && <insert.InsertDialog {...{ texts, onSlide, onPicture, onClosed }} />;
    }
    case 'files':
      return <FilesDialog model={model} onClosed={onClosed} />;
    case 'versions': {
      const restore = (text: string): void => {
        void model.restoreVersion(edited.file, text);
      };
      return <VersionsDialog deck={model.name} onRestore={restore} {...{ edited, onClosed }} />;
    }
    case 'add-file': {
      const add = (file: string): void => {
        model.addFile(file);
        onAdded(file);
      };
      return (
        <AddFileDialog files={files.map(({ file }) => file)} onAdd={add} onClosed={onClosed} />
      );
    }
    case null:
      return null;
    default:
      return unreachable(dialog);
  }
}
