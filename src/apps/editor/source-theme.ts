import { defaultHighlightStyle, HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** The inks of the page for the colours of CodeMirror's own style, which are made for light paper alone. */
const inks: Readonly<Record<string, string>> = {
  '#940': 'var(--ink-soft)',
  '#f00': 'var(--bad)',
};

const highlight = HighlightStyle.define(
  defaultHighlightStyle.specs.map(({ color, textDecoration: _, ...spec }) =>
    color === undefined ? spec : { ...spec, color: inks[String(color)] ?? 'var(--accent)' },
  ),
);

const theme = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper)' },
  // Its place has the ring.
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--font-mono)',
    fontVariantLigatures: 'none',
    lineHeight: '1.55',
  },
  '.cm-content': { caretColor: 'var(--ink)', paddingBlock: '0.75rem' },
  '.cm-gutters': {
    color: 'var(--ink-soft)',
    backgroundColor: 'var(--paper-raised)',
    borderInlineEnd: '1px solid var(--line)',
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--accent-soft)' },
  '.cm-tooltip': {
    color: 'var(--ink)',
    backgroundColor: 'var(--paper-raised)',
    border: '1px solid var(--ink-soft)',
  },
  // Not CodeMirror's own marks, which are pictures in data: URLs.
  '.cm-lint-marker': { width: '0.7em', height: '0.7em', marginBlockStart: '0.4em' },
  '.cm-lint-marker-error': {
    content: 'normal',
    borderRadius: '50%',
    backgroundColor: 'var(--bad)',
  },
  '.cm-lint-marker-warning': {
    content: 'normal',
    clipPath: 'polygon(50% 0, 100% 100%, 0 100%)',
    backgroundColor: 'var(--warn)',
  },
  '.cm-diagnostic-error': { borderInlineStartColor: 'var(--bad)' },
  '.cm-diagnostic-warning': { borderInlineStartColor: 'var(--warn)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--bad)',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--warn)',
  },
  '.cm-changedLine, .cm-insertedLine': {
    backgroundColor: 'color-mix(in srgb, var(--good) 14%, var(--paper)) !important',
  },
  '.cm-deletedChunk': {
    backgroundColor: 'color-mix(in srgb, var(--bad) 12%, var(--paper)) !important',
  },
  '.cm-changedText, .cm-deletedText': {
    backgroundImage: 'none !important',
    background: 'none !important',
  },
  '.cm-deletedChunk .cm-chunkButtons': { position: 'static', paddingBlock: '0.25rem' },
  '.cm-collapsedLines': { color: 'var(--ink-soft)', background: 'var(--paper-raised)' },
  '.cm-collapsedLines:before, .cm-collapsedLines:after': { content: '"…"' },
  '.cm-deletedChunk .cm-chunkButtons button.cm-choice': {
    font: '500 0.875rem var(--font-sans)',
    color: 'var(--ink)',
    backgroundColor: 'var(--paper)',
    border: '1px solid var(--ink-soft)',
    borderRadius: '3px',
    marginInlineEnd: '0.5rem',
    minHeight: '2rem',
    padding: '0.125rem 0.5rem',
    cursor: 'pointer',
  },
});

/** The looks of a text in the tokens of the page. */
export const sourceTheme: Extension = [theme, syntaxHighlighting(highlight)];
