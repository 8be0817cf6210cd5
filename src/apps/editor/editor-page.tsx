import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { DeckProblem } from '../../deck/deck.ts';
import { useDeckFont } from '../../presenting/deck-looks.ts';
import { downloadFile } from '../../ui/download-file.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { AddFileDialog } from './add-file-dialog.tsx';
import type { DeckModel } from './deck-model.ts';
import { toSave } from './edited-file.ts';
import { EditorHead } from './editor-head.tsx';
import { EditorNotices } from './editor-notices.tsx';
import { FileTabs } from './file-tabs.tsx';
import { InsertDialog } from './insert-dialog.tsx';
import { ProblemList } from './problem-list.tsx';
import { endOfSlide, slideAt } from './slide-at.ts';
import { SlidePane } from './slide-pane.tsx';
import { SourcePane } from './source-pane.tsx';
import type { SourceView } from './source-view.ts';
import { useDeckTextStyle } from './use-deck-text-style.ts';
import { useEditing } from './use-editing.ts';
import { usePictures } from './use-pictures.ts';
import { VersionsDialog } from './versions-dialog.tsx';

type Dialog = 'insert' | 'versions' | 'add-file' | null;

/** The editor of one deck: its text on one side, its slides on the other. */
export function EditorPage({ model }: { model: DeckModel }) {
  const view = useRef<SourceView | null>(null);
  const [shown, setShown] = useState(model.files.value[0]?.file ?? '');
  const [cursor, setCursor] = useState({ file: shown, line: 1 });
  const [dialog, setDialog] = useState<Dialog>(null);
  const [pane, setPane] = useState<'text' | 'slides'>('text');
  const pictures = usePictures(model, view);
  const preview = model.preview.value;
  const files = model.files.value;
  const edited = model.find(shown) ?? files[0];
  useEditing(model);
  usePageTitle('Deck', preview?.title);
  useDeckFont(preview?.theme?.font);
  useDeckTextStyle(preview?.style ?? '');
  const places = useMemo(() => preview?.slides.map(({ place }) => place) ?? [], [preview]);
  const goTo = useGoTo(view, edited?.file, setShown, setPane);
  const isReadOnly = model.folder.unwritable !== null;
  const insertSlide = async (markdown: string): Promise<void> => {
    // Else the lines of the slides may be those of a text before.
    await model.previewNow();
    const { file, line } = cursor;
    const lines = model.find(file)?.text.split('\n') ?? [];
    const now = model.preview.value?.slides.map(({ place }) => place) ?? [];
    const afterLine = endOfSlide(lines, now, file, line);
    const isLast = afterLine >= lines.length;
    const text = `\n\n${markdown}${isLast ? '\n' : ''}`;
    view.current?.insert(text, { afterLine, cursor: cursorIn(text) });
  };
  const closeDialog = (): void => {
    setDialog(null);
    view.current?.focus();
  };
  return (
    <main class="editor" data-pane={pane}>
      <EditorHead
        model={model}
        onInsert={() => setDialog('insert')}
        onVersions={() => setDialog('versions')}
        onDownload={() => {
          if (edited !== undefined) downloadFile(new Blob([toSave(edited)]), edited.file);
        }}
      />
      <EditorNotices model={model} edited={edited} />
      <PaneSwitch pane={pane} onPane={setPane} />
      <div class="editor-panes">
        <section class="source-pane" aria-label="Text">
          <FileTabs
            {...{ files, isReadOnly }}
            shown={edited?.file ?? ''}
            onShow={setShown}
            onAdd={() => setDialog('add-file')}
          />
          {edited !== undefined && (
            <SourcePane
              edited={edited}
              problems={preview?.problems ?? []}
              isReadOnly={isReadOnly}
              events={{
                onText: (file, text) => model.typed(file, text),
                onCursor: (file, line) => setCursor({ file, line }),
                onFiles: pictures.add,
              }}
              onReady={(ready) => {
                view.current = ready;
              }}
            />
          )}
          <ProblemList problems={preview?.problems ?? []} onGo={goTo} />
        </section>
        {preview !== null && (
          <SlidePane
            preview={preview}
            current={slideAt(places, cursor.file, cursor.line)}
            onSlide={(index) => {
              const place = places[index];
              if (place !== undefined) goTo(place);
            }}
          />
        )}
      </div>
      {dialog === 'insert' && (
        <InsertDialog
          texts={files.map(({ text }) => text)}
          onSlide={(markdown) => void insertSlide(markdown)}
          onPicture={pictures.choose}
          onClosed={closeDialog}
        />
      )}
      {dialog === 'versions' && edited !== undefined && (
        <VersionsDialog
          deck={model.name}
          edited={edited}
          onRestore={(text) => {
            model.typed(edited.file, text);
            void model.save();
          }}
          onClosed={closeDialog}
        />
      )}
      {dialog === 'add-file' && (
        <AddFileDialog
          files={files.map(({ file }) => file)}
          onAdd={(file) => {
            model.addFile(file);
            setShown(file);
          }}
          onClosed={closeDialog}
        />
      )}
    </main>
  );
}

/** Moves the cursor to a place, in another file too. */
function useGoTo(
  view: { readonly current: SourceView | null },
  shown: string | undefined,
  onShow: (file: string) => void,
  onPane: (pane: 'text') => void,
) {
  const [wanted, setWanted] = useState<Pick<DeckProblem, 'file' | 'line'> | null>(null);
  useEffect(() => {
    if (wanted === null || wanted.file !== shown) return;
    view.current?.goTo(wanted.line);
    setWanted(null);
  }, [wanted, shown]);
  return ({ file, line }: Pick<DeckProblem, 'file' | 'line'>): void => {
    onShow(file);
    onPane('text');
    setWanted({ file, line });
  };
}

/** On a narrow screen: either the text or the slides. */
function PaneSwitch({
  pane,
  onPane,
}: {
  pane: 'text' | 'slides';
  onPane: (pane: 'text' | 'slides') => void;
}) {
  return (
    <div class="pane-switch" role="group" aria-label="Show">
      <button
        type="button"
        class="button button-small"
        aria-pressed={pane === 'text'}
        onClick={() => onPane('text')}
      >
        Text
      </button>
      <button
        type="button"
        class="button button-small"
        aria-pressed={pane === 'slides'}
        onClick={() => onPane('slides')}
      >
        Slides
      </button>
    </div>
  );
}

/** The end of the first line that is no option of a slide: there its author goes on. */
function cursorIn(text: string): number {
  const body = /^---\n(?:[^]*?\n---\n)?\n*/m.exec(text);
  const start = body === null ? 0 : body.index + body[0].length;
  const end = text.indexOf('\n', start);
  return end === -1 ? text.length : end;
}
