import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TakeHomePage } from '../../../session/views.ts';
import { drawSlideText } from '../slide-text.ts';

/** A slide that attendees may keep, as text to read on a phone. */
export function SourcePage({ page }: { page: TakeHomePage }) {
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (section.current !== null) drawSlideText(section.current, page);
  }, [page.title, page.html]);
  return <section class="take-home-source slide-text" ref={section} />;
}
