import { useLayoutEffect, useRef } from 'preact/hooks';
import type { TakeHomePage } from '../../../session/views.ts';
import { drawSlideText } from '../slide-text.ts';
import { SOURCES } from './chapter-view.tsx';
import { FoldedPart } from './folded-part.tsx';

/** The slides that attendees may keep; folded on a page that has chapters. */
export function Sources({ pages, folded }: { pages: readonly TakeHomePage[]; folded: boolean }) {
  const list = pages.map((page) => <SourcePage key={page.html} page={page} />);
  if (!folded) return <>{list}</>;
  return (
    <FoldedPart id={SOURCES} title={<span lang="en">Sources</span>}>
      {list}
    </FoldedPart>
  );
}

/** A slide that attendees may keep, as text to read on a phone. */
function SourcePage({ page }: { page: TakeHomePage }) {
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (section.current !== null) drawSlideText(section.current, page);
  }, [page.title, page.html]);
  return <section class="take-home-source slide-text" ref={section} />;
}
