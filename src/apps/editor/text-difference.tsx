import { unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useEffect, useRef } from 'preact/hooks';
import { sourceTheme } from './source-theme.ts';

/** Two texts as one, with the earlier lines above the later ones; nobody writes into it. */
export function TextDifference({ before, after }: { before: string; after: string }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return;
    const root = place.current.shadowRoot ?? place.current.attachShadow({ mode: 'open' });
    const extensions = [
      lineNumbers(),
      EditorView.lineWrapping,
      EditorState.readOnly.of(true),
      EditorView.contentAttributes.of({ 'aria-label': 'Differences', tabindex: '0' }),
      unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: {} }),
      sourceTheme,
      EditorView.theme({ '.cm-deletedChunk': { textDecoration: 'line-through' } }),
    ];
    const state = EditorState.create({ doc: after, extensions });
    const view = new EditorView({ parent: root, root, state });
    return () => view.destroy();
  }, [before, after]);
  return <div class="text-difference" ref={place} />;
}
