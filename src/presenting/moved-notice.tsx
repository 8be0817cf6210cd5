import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { SlidesMoved } from '../protocol/messages.ts';
import './moved-notice.css';

const SHOWN_MS = 4_000;

interface Props {
  readonly moved: ReadonlySignal<SlidesMoved | null>;
  /** The words for a move from each kind of page, as this page calls it. */
  readonly words: Readonly<Record<SlidesMoved['by'], string>>;
}

/** Says for a moment from where else the slides were moved. */
export function MovedNotice({ moved, words }: Props) {
  const [shown, setShown] = useState<SlidesMoved | null>(null);
  const latest = moved.value;
  useEffect(() => {
    setShown(latest);
    const timer = setTimeout(() => setShown(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [latest]);
  return (
    <p class="moved-notice" role="status">
      {shown === null ? '' : words[shown.by]}
    </p>
  );
}
