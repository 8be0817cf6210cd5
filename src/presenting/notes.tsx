import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { deviceStorage } from '../client/device/storage.ts';
import { fillHtml } from './slide-section.ts';
import './notes.css';

/** The sizes of the notes, as multiples of the page's text. */
const SIZES = [0.9, 1.05, 1.25, 1.5, 1.8, 2.2, 2.7];
const USUAL_SIZE = 2;
const SIZE_KEY = 'plenary:notes-size';

/** A slide's notes, in a size of the presenter's own that this device remembers. */
export function Notes({ html, lang }: { html: string; lang: string }) {
  const box = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [size, setSize] = useNotesSize();
  useLayoutEffect(() => {
    if (box.current === null || text.current === null) return;
    fillHtml(text.current, html);
    box.current.scrollTop = 0;
  }, [html]);
  return (
    <section class="notes" aria-labelledby="notes-heading" lang="en">
      <div class="notes-head">
        <h2 id="notes-heading" class="caption">
          Notes
        </h2>
        <SizeButton name="Smaller notes" sign="−" to={size - 1} onSize={setSize} />
        <SizeButton name="Larger notes" sign="+" to={size + 1} onSize={setSize} />
      </div>
      {html === '' && <p class="notes-none">No notes on this slide.</p>}
      <div
        class="notes-text"
        role="group"
        aria-labelledby="notes-heading"
        // It scrolls by itself, so it has to be in reach of the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        data-scrolls
        ref={box}
        lang={lang}
        hidden={html === ''}
        style={{ fontSize: `${SIZES[size]}rem` }}
      >
        <div ref={text} class="notes-sheet" />
      </div>
    </section>
  );
}

function SizeButton(props: {
  name: string;
  sign: string;
  to: number;
  onSize: (size: number) => void;
}) {
  const { name, sign, to, onSize } = props;
  const isSize = SIZES[to] !== undefined;
  return (
    <button
      type="button"
      class="button button-small"
      aria-label={name}
      aria-disabled={!isSize}
      onClick={() => isSize && onSize(to)}
    >
      {sign}
    </button>
  );
}

const storage = deviceStorage();

/** The index of the present size, and a way to change it. */
function useNotesSize(): [number, (size: number) => void] {
  const [size, setSize] = useState(() => {
    const stored = Number(storage.read(SIZE_KEY) ?? USUAL_SIZE);
    return SIZES[stored] === undefined ? USUAL_SIZE : stored;
  });
  const remember = (next: number): void => {
    storage.write(SIZE_KEY, String(next));
    setSize(next);
  };
  return [size, remember];
}
