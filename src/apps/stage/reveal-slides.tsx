import { effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { StageSession } from '../../client/sessions/presenting-session.ts';
import { SlideShow } from './slide-show.tsx';

/** The slides, drawn by reveal.js, which owns the DOM below this element from then on. */
export function RevealSlides({ session }: { session: StageSession }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place.current === null) return;
    const show = new SlideShow(place.current, session.snapshot);
    const stop = effect(() => {
      const deck = session.deck.value;
      const snapshot = session.snapshot.value;
      if (deck === null || snapshot === null || deck.hash !== snapshot.deck) return;
      show.update(deck, snapshot.position);
    });
    return () => {
      stop();
      show.destroy();
    };
  }, [session]);
  return <div class="reveal" ref={place} />;
}
