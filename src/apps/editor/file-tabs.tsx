import { isUnsaved, type EditedFile } from './edited-file.ts';

interface Props {
  readonly files: readonly EditedFile[];
  readonly shown: string;
  readonly isReadOnly: boolean;
  readonly onShow: (file: string) => void;
  readonly onAdd: () => void;
}

/** The files of the deck, one of which is shown. */
export function FileTabs({ files, shown, isReadOnly, onShow, onAdd }: Props) {
  return (
    <nav class="file-tabs" aria-label="Files">
      {files.map((one) => (
        <button
          type="button"
          key={one.file}
          class="file-tab"
          aria-current={one.file === shown}
          onClick={() => onShow(one.file)}
        >
          {one.file}
          {isUnsaved(one) && <span class="file-unsaved"> · not saved</span>}
        </button>
      ))}
      {!isReadOnly && (
        <button type="button" class="file-tab" aria-haspopup="dialog" onClick={onAdd}>
          Add a file
        </button>
      )}
    </nav>
  );
}
