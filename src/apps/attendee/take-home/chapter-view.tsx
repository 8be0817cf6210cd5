import type { ComponentChildren } from 'preact';
import { unreachable } from '../../../lib/unreachable.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import type { Chapter } from './chapters.ts';
import { FoldedPart } from './folded-part.tsx';
import { keyOf, SectionView } from './section-view.tsx';
import { knowledgeCheckLabel, type Section } from './sections.ts';

/** The id of the folded sources. */
export const SOURCES = 'take-home-sources';

interface ChapterProps {
  readonly chapter: Chapter;
  /** The title of the talk. */
  readonly talk: string;
  /** True once the session has ended. */
  readonly ended: boolean;
}

/** A chapter, to be unfolded. */
export function ChapterView({ chapter, talk, ended }: ChapterProps) {
  return (
    <FoldedPart id={placeOf(chapter)} title={titleOf(chapter)}>
      {sectionsIn(chapter).map((section) => (
        <SectionView key={keyOf(section)} {...{ section, talk, ended }} nested />
      ))}
    </FoldedPart>
  );
}

/** Links to the chapters and the sources; each unfolds its own. */
export function JumpLinks({
  chapters,
  sources,
}: {
  chapters: readonly Chapter[];
  sources: boolean;
}) {
  if (chapters.length === 0) return null;
  return (
    <nav class="take-home-jump" aria-label="On this page">
      <ul>
        {chapters.map((chapter) => (
          <li key={placeOf(chapter)}>
            <JumpLink to={placeOf(chapter)}>{titleOf(chapter)}</JumpLink>
          </li>
        ))}
        {sources && (
          <li>
            <JumpLink to={SOURCES}>
              <span lang="en">Sources</span>
            </JumpLink>
          </li>
        )}
      </ul>
    </nav>
  );
}

function JumpLink({ to, children }: { to: string; children: ComponentChildren }) {
  const go = (event: Event): void => {
    // The address keeps #mine, which shows this page.
    event.preventDefault();
    const part = document.getElementById(to);
    if (!(part instanceof HTMLDetailsElement)) return;
    part.open = true;
    part.querySelector('summary')?.focus({ preventScroll: true });
    part.scrollIntoView();
  };
  return (
    <a href={`#${to}`} onClick={go}>
      {children}
    </a>
  );
}

/** The id of a chapter on the page. */
export function placeOf(chapter: Chapter): string {
  return `take-home-${chapter.is === 'chapter' ? chapter.title.replace(/\s+/g, '-') : chapter.is}`;
}

function titleOf(chapter: Chapter): ComponentChildren {
  switch (chapter.is) {
    case 'chapter':
      return <OwnText>{chapter.title}</OwnText>;
    case 'others':
      return <span lang="en">More questions</span>;
    case 'check':
      return <span lang="en">{knowledgeCheckLabel(chapter.section)}</span>;
    default:
      return unreachable(chapter);
  }
}

function sectionsIn(chapter: Chapter): readonly Section[] {
  return chapter.is === 'check' ? [chapter.section] : chapter.sections;
}
