import { useMemo, useRef, useState } from 'preact/hooks';
import { useDeckFont } from '../../presenting/deck-looks.ts';
import { downloadFile } from '../../ui/download-file.ts';
import { usePageTitle } from '../../ui/use-page-title.ts';
import type { DeckModel } from './deck-model.ts';
import { toSave, type EditedFile } from './edited-file.ts';
import { EditorDialogs, type Dialog } from './editor-dialogs.tsx';
import { EditorHead } from './editor-head.tsx';
import { EditorNotices } from './editor-notices.tsx';
import { FileTabs } from './file-tabs.tsx';
import { insertSlide } from './insert-slide.ts';
import { PaneSwitch, type Pane } from './pane-switch.tsx';
import { ProblemList } from './problem-list.tsx';
import { slideAt } from './slide-at.ts';
import { SlidePane } from './slide-pane.tsx';
import { SourcePane } from './source-pane.tsx';
import type { SourceView } from './source-view.ts';
import { useDeckTextStyle } from './use-deck-text-style.ts';
import { useEditing } from './use-editing.ts';
import { useGoTo } from './use-go-to.ts';
import { usePictures } from './use-pictures.ts';

/** The editor of one deck: its text on one side, its slides on the other. */
export function EditorPage({ model }: { model: DeckModel }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [pane, setPane] = useState<Pane>('text');
  const [shown, setShown] = useState('');
  const [cursor, setCursor] = useState({ file: '', line: 1 });
  const view = useRef<SourceView | null>(null);
  const pictures = usePictures(model, view);
  const preview = model.preview.value;
  const edited = model.find(shown) ?? model.files.value[0];
  const goTo = useGoTo(view, edited?.file, setShown, setPane);
  const places = useMemo(() => preview?.slides.map(({ place }) => place) ?? [], [preview]);
  useEditing(model);
  useDeck(model);
  return (
    <main class="editor" data-pane={pane}>
      <EditorHead
        model={model}
        onDialog={setDialog}
        onFind={() => findIn(view, setPane)}
        onDownload={() => edited !== undefined && download(edited)}
      />
      <EditorNotices model={model} />
      <PaneSwitch pane={pane} onPane={setPane} />
      <div class="editor-panes">
        <section class="source-pane" aria-label="Text">
          <FileTabs
            files={model.files.value}
            shown={edited?.file ?? ''}
            isReadOnly={model.isReadOnly}
            onShow={setShown}
            onAdd={() => setDialog('add-file')}
          />
          <SourcePane
            {...{ model, view, edited }}
            onCursor={(file, line) => setCursor({ file, line })}
            onFiles={pictures.add}
          />
          <ProblemList problems={preview?.problems ?? []} onGo={goTo} />
        </section>
        {preview !== null && (
          <SlidePane
            preview={preview}
            current={slideAt(places, cursor.file, cursor.line)}
            onSlide={({ place }) => goTo(place)}
          />
        )}
      </div>
      {edited !== undefined && (
        <EditorDialogs
          {...{ dialog, model, edited }}
          onSlide={(text) => view.current && void insertSlide(model, view.current, cursor, text)}
          onPicture={pictures.choose}
          onAdded={setShown}
          onClosed={() => setDialog(null)}
        />
      )}
    </main>
  );
}

function findIn(view: { readonly current: SourceView | null }, onPane: (pane: Pane) => void): void {
  onPane('text');
  // The text may be hidden still.
  setTimeout(() => view.current?.find());
}

/** Gives the page the name, the font and the styles of the deck. */
function useDeck(model: DeckModel): void {
  const preview = model.preview.value;
  usePageTitle('Deck', preview?.title);
  useDeckFont(preview?.theme?.font);
  useDeckTextStyle(preview?.style ?? '');
}

function download(edited: EditedFile): void {
  downloadFile(new Blob([toSave(edited)]), edited.file);
}
