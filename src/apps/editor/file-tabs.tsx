import { useEffect, useRef } from 'preact/hooks';
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
  const tabs = useRef<HTMLElement>(null);
  useEffect(() => showCurrent(tabs.current), [shown]);
  return (
    <nav class="file-tabs" aria-label="Files" ref={tabs}>
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

/** Scrolls the tabs alone: `scrollIntoView` would move the page as well. */
function showCurrent(tabs: HTMLElement | null): void {
  const tab = tabs?.querySelector('[aria-current="true"]')?.getBoundingClientRect();
  if (tabs === null || tab === undefined) return;
  const place = tabs.getBoundingClientRect();
  tabs.scrollLeft += Math.min(0, tab.left - place.left) + Math.max(0, tab.right - place.right);
}
