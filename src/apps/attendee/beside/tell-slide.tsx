import { useEffect, useRef, useState } from 'preact/hooks';

interface Props {
  /** null while the page shows no slide. */
  readonly title: string | null;
  /** False while the attendee has folded the slide. */
  readonly unfolded: boolean;
  readonly lang: string;
  /** True as long as the page has shown nothing that came before the slide. */
  readonly isFirst: boolean;
}

/** Tells screen readers of each slide but the one that came with the page, and not of its steps. */
export function TellSlide({ title, unfolded, lang, isFirst }: Props) {
  const isQuiet = useRef(true);
  const [news, tell] = useState('');
  useEffect(() => {
    if (!isFirst) isQuiet.current = false;
  }, [isFirst]);
  useEffect(() => {
    const isNews = title !== null && unfolded && !isQuiet.current;
    // Unfolding is a press of the reader's.
    if (title !== null || !unfolded) isQuiet.current = !unfolded;
    tell(isNews ? title : '');
  }, [title, unfolded]);
  return (
    <p class="visually-hidden" role="status" lang={lang}>
      {news}
    </p>
  );
}
