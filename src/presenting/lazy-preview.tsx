import { useEffect, useRef, useState } from 'preact/hooks';
import { SlidePreview, type SlidePreviewProps } from './slide-preview.tsx';
import './lazy-preview.css';

/** A picture of a slide, drawn when it comes near the visible part of the list or page around it. */
export function LazyPreview(props: Omit<SlidePreviewProps, 'fragment'>) {
  const frame = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        drawInTurn(() => setNear(true));
      },
      { root: element.closest('[role=listbox]'), rootMargin: '50%' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={frame} class="lazy-preview" inert aria-hidden="true">
      {isNear && <SlidePreview {...props} fragment={props.slide.fragments - 1} />}
    </div>
  );
}

const waiting: (() => void)[] = [];

/** Draws one picture in each frame, so that typing and scrolling go on meanwhile. */
function drawInTurn(draw: () => void): void {
  waiting.push(draw);
  if (waiting.length === 1) requestAnimationFrame(drawNext);
}

function drawNext(): void {
  waiting.shift()?.();
  if (waiting.length > 0) requestAnimationFrame(drawNext);
}
