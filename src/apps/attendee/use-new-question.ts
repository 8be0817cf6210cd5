import { useEffect, useRef, useState } from 'preact/hooks';
import { roundKey } from '../../session/round-key.ts';
import type { ActivityView } from '../../session/views.ts';

/** A finger that was on its way to what stood here before must not answer the new question. */
const UNTOUCHABLE_MS = 300;

/** The question on the slide as it opens: its reader may be elsewhere on the page, or look away. */
export interface NewQuestion {
  /** The open question that came with the page, in its wording and round; null for none. */
  readonly first: string | null;
  /** true for a moment after the question has come. */
  readonly untouchable: boolean;
}

/** Brings a question that opens into view and into the page's title. */
export function useNewQuestion(title: string, question: ActivityView | undefined): NewQuestion {
  const isOpen = question?.phase === 'open';
  const opened = isOpen ? roundKey(question) : null;
  const text = question?.question;
  const isFirst = useRef(true);
  const [first] = useState(opened);
  const [touchable, setTouchable] = useState(opened);
  useEffect(() => {
    document.title = text === undefined ? title : `${text} · ${title}`;
  }, [text, title]);
  useEffect(() => {
    const isNew = opened !== null && !isFirst.current;
    isFirst.current = false;
    const show = (): void => {
      if (!isNew) return;
      document.getElementById(`question-${question?.id}`)?.scrollIntoView({ behavior: 'instant' });
    };
    show();
    const timer = setTimeout(() => {
      // Its form may have come since, and browsers scroll along with what grows.
      show();
      setTouchable(opened);
    }, UNTOUCHABLE_MS);
    return () => clearTimeout(timer);
  }, [opened]);
  return { first, untouchable: opened !== null && touchable !== opened };
}
