import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { getChunks, unifiedMergeView } from '@codemirror/merge';
import { openSearchPanel, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, Transaction, type Extension } from '@codemirror/state';
import {
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { DeckProblem } from '../../deck/deck.ts';
import { changedPart } from './changed-part.ts';
import type { Stretch } from './first-written.ts';
import { keepCursorInView } from './keep-cursor-in-view.ts';
import { placeForBlock } from './place-for-block.ts';
import { searchPanel } from './search-panel.ts';
import { sourceTheme } from './source-theme.ts';

export interface SourceEvents {
  readonly onText: (file: string, text: string) => void;
  /** Takes the line of the cursor, from 1. */
  readonly onCursor: (file: string, line: number) => void;
  /** Takes the file in which the last of the choices between two texts was made. */
  readonly onChosen: (file: string) => void;
  /** Takes pictures that were dropped or pasted. */
  readonly onFiles: (files: readonly File[]) => void;
}

/**
 * The text of a deck's files in CodeMirror, one file at a time. It stands in a shadow root: there
 * CodeMirror adopts its style sheets, which the content security policy allows.
 */
export class SourceView {
  readonly #view: EditorView;
  readonly #states = new Map<string, EditorState>();
  readonly #comparison = new Compartment();
  readonly #stopKeeping: () => void;
  #file = '';

  constructor(
    place: HTMLElement,
    readonly events: SourceEvents,
  ) {
    const root = place.shadowRoot ?? place.attachShadow({ mode: 'open' });
    this.#view = new EditorView({ parent: root, root });
    // One that is as high as its place scrolls by itself.
    this.#view.dom.style.height = '100%';
    this.#stopKeeping = keepCursorInView(this.#view);
  }

  /** Shows a file, with its own history and cursor; takes a text that was changed elsewhere. */
  show(file: string, text: string): void {
    if (file !== this.#file) {
      if (this.#file !== '') this.#states.set(this.#file, this.#view.state);
      this.#file = file;
      this.#view.setState(this.#states.get(file) ?? this.#newState(file, text));
      this.#tellCursor();
    }
    const before = this.#view.state.doc.toString();
    if (before === text) return;
    const changes = changedPart(before, text);
    this.#view.dispatch({ changes, annotations: Transaction.addToHistory.of(false) });
  }

  /** Marks the lines with a problem. */
  showProblems(problems: readonly DeckProblem[]): void {
    const { doc } = this.#view.state;
    const diagnostics = problems.flatMap(({ file, line, severity, message }): Diagnostic[] => {
      if (file !== this.#file) return [];
      const { from, to } = doc.line(Math.min(Math.max(line, 1), doc.lines));
      return [{ from, to, severity, message }];
    });
    this.#view.dispatch(setDiagnostics(this.#view.state, diagnostics));
  }

  /** Shows another text beside this one, with a choice at each difference; null for this one alone. */
  compareWith(other: string | null): void {
    const extension = other === null ? [] : comparison(other, () => this.#view.focus());
    this.#view.dispatch({ effects: this.#comparison.reconfigure(extension) });
    const first = getChunks(this.#view.state)?.chunks[0];
    if (first === undefined) return;
    this.#view.dispatch({ effects: EditorView.scrollIntoView(first.fromB, { y: 'center' }) });
  }

  /** Moves the cursor to the start of a line, from 1, and shows it. */
  goTo(line: number): void {
    const { doc } = this.#view.state;
    const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
    this.#view.dispatch({
      selection: { anchor: from },
      effects: EditorView.scrollIntoView(from, { y: 'start', yMargin: 40 }),
    });
    this.#view.focus();
  }

  /** Opens the fields that find and replace words in the text. */
  find(): void {
    openSearchPanel(this.#view);
  }

  /** Inserts a text behind the end of a line, from 1, and selects a stretch of it. */
  insertBehind(line: number, text: string, selected: Stretch): void {
    const { to } = this.#view.state.doc.line(line);
    this.#insert({ from: to, to }, text, selected);
  }

  /** Inserts a picture in a line of its own, below the one with the cursor, which goes to `cursor` in it. */
  insertPicture(picture: string, cursor: number): void {
    const { doc, selection } = this.#view.state;
    const lines = doc.toString().split('\n');
    const place = placeForBlock(lines, doc.lineAt(selection.main.head).number);
    const { from, to } = doc.line(place.line);
    const at = place.before.length + cursor;
    const text = `${place.before}${picture}${place.after}`;
    this.#insert({ from: place.inPlace ? from : to, to }, text, { from: at, to: at });
  }

  #insert({ from, to }: Stretch, text: string, selected: Stretch): void {
    this.#view.dispatch({
      changes: { from, to, insert: text },
      selection: { anchor: from + selected.from, head: from + selected.to },
      effects: EditorView.scrollIntoView(from + selected.to, { y: 'center' }),
      userEvent: 'input',
    });
    this.#view.focus();
  }

  destroy(): void {
    this.#stopKeeping();
    this.#view.destroy();
  }

  #newState(file: string, doc: string): EditorState {
    return EditorState.create({ doc, extensions: [this.#extensions(file), sourceTheme] });
  }

  #extensions(file: string): Extension {
    return [
      lineNumbers(),
      lintGutter(),
      history(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      EditorView.lineWrapping,
      searchPanel,
      file.endsWith('.md')
        ? markdown({ completeHTMLTags: false, extensions: { remove: ['SetextHeading'] } })
        : [],
      this.#comparison.of([]),
      // Not Tab, which leads on to what comes next on the page.
      keymap.of([...searchKeymap, ...historyKeymap, ...lintKeymap, ...defaultKeymap]),
      EditorView.contentAttributes.of({ 'aria-label': `Text of ${file}`, tabindex: '0' }),
      EditorView.updateListener.of(({ docChanged, selectionSet, state, startState }) => {
        if (docChanged) this.events.onText(file, state.doc.toString());
        const hadChoices = (getChunks(startState)?.chunks.length ?? 0) > 0;
        if (hadChoices && getChunks(state)?.chunks.length === 0) this.events.onChosen(file);
        if (docChanged || selectionSet) this.#tellCursor();
      }),
      EditorView.domEventHandlers({
        paste: (event) => this.#takeFiles(event, event.clipboardData),
        drop: (event, view) => {
          const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
          if (at !== null && hasFiles(event.dataTransfer))
            view.dispatch({ selection: { anchor: at } });
          return this.#takeFiles(event, event.dataTransfer);
        },
      }),
    ];
  }

  #takeFiles(event: Event, data: DataTransfer | null): boolean {
    if (!hasFiles(data)) return false;
    event.preventDefault();
    this.events.onFiles([...(data?.files ?? [])]);
    return true;
  }

  #tellCursor(): void {
    const { doc, selection } = this.#view.state;
    this.events.onCursor(this.#file, doc.lineAt(selection.main.head).number);
  }
}

/** Both texts, with the other one's lines above, and buttons to choose between them. */
function comparison(original: string, focusText: () => void): Extension {
  return unifiedMergeView({
    original,
    mergeControls: (type, action) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'cm-choice';
      button.textContent = type === 'accept' ? 'Keep mine' : 'Take theirs';
      button.addEventListener('mousedown', action);
      // A press of a key is a click without a mouse.
      button.addEventListener('click', (event) => {
        if (event.detail !== 0) return;
        action(event);
        // The button is gone.
        focusText();
      });
      return button;
    },
  });
}

function hasFiles(data: DataTransfer | null): boolean {
  return data !== null && data.files.length > 0;
}
