import { search } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const words = EditorState.phrases.of({
  next: 'Next',
  previous: 'Previous',
  'match case': 'Match case',
  'by word': 'Whole words',
  replace: 'Replace',
  'replace all': 'Replace all',
  close: 'Close',
});

const theme = EditorView.theme({
  '.cm-panels': { color: 'var(--ink)', backgroundColor: 'var(--paper-raised)' },
  '.cm-panels.cm-panels-top': { borderBlockEnd: '1px solid var(--line)' },
  '.cm-panel.cm-search': {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.5rem',
    padding: '0.5rem 3rem 0.5rem 0.75rem',
    fontSize: '0.875rem',
  },
  '.cm-panel.cm-search :is(input, button, label)': { font: 'inherit', margin: '0' },
  '.cm-panel.cm-search :is(.cm-textfield, .cm-button)': {
    boxSizing: 'border-box',
    minHeight: '2.25rem',
    padding: '0.25rem 0.625rem',
    border: '1px solid var(--ink-soft)',
    borderRadius: 'var(--radius)',
    color: 'var(--ink)',
    backgroundColor: 'var(--paper)',
    backgroundImage: 'none',
  },
  '.cm-panel.cm-search .cm-textfield': { flex: '1 1 10rem', minWidth: '0' },
  '.cm-panel.cm-search .cm-textfield::placeholder': { color: 'var(--ink-soft)', opacity: '1' },
  '.cm-panel.cm-search .cm-button': { fontWeight: '500', cursor: 'pointer' },
  '.cm-panel.cm-search label': { display: 'flex', alignItems: 'center', gap: '0.375rem' },
  '.cm-panel.cm-search [type=checkbox]': {
    width: '1.125rem',
    height: '1.125rem',
    accentColor: 'var(--accent)',
  },
  // Patterns, and many cursors at once, are for programmers.
  '.cm-panel.cm-search :is(label:has([name=re]), [name=select])': { display: 'none' },
  '.cm-panel.cm-search [name=close]': {
    insetBlockStart: '0.5rem',
    insetInlineEnd: '0.5rem',
    width: '2.25rem',
    height: '2.25rem',
    color: 'var(--ink)',
    fontSize: '1.25rem',
    cursor: 'pointer',
  },
  '.cm-panel.cm-search :focus-visible': {
    outline: '3px solid var(--focus)',
    outlineOffset: '1px',
  },
  '@media (max-width: 30rem)': { '.cm-panel.cm-search label': { display: 'none' } },
  '@media (pointer: coarse)': {
    '.cm-panel.cm-search :is(.cm-textfield, .cm-button, label)': { minHeight: 'var(--tap)' },
    // iOS zooms into a smaller one.
    '.cm-panel.cm-search .cm-textfield': { fontSize: '16px' },
  },
  '.cm-searchMatch': { backgroundColor: 'color-mix(in srgb, var(--warn) 28%, transparent)' },
  '.cm-searchMatch.cm-searchMatch-selected': {
    backgroundColor: 'color-mix(in srgb, var(--warn) 28%, transparent)',
    outline: '2px solid var(--warn)',
  },
});

/** The fields that find and replace words in the text, in the words and the looks of the page. */
export const searchPanel: Extension = [search({ top: true }), words, theme];
