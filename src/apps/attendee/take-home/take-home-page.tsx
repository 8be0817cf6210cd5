import type { ComponentChildren } from 'preact';
import type { TakeHome } from '../../../session/views.ts';
import { ChapterView, JumpLinks, placeOf } from './chapter-view.tsx';
import { outlineOf } from './chapters.ts';
import { inShortOf } from './summary-lines.ts';
import { InShort } from './in-short.tsx';
import { NotAnswered } from './not-answered.tsx';
import { NotSent } from './not-sent.tsx';
import { OwnQuestions } from './own-questions.tsx';
import { keyOf, SectionView } from './section-view.tsx';
import { Sources } from './source-page.tsx';
import type { UnsentAnswer } from './unsent-answers.ts';
import { OwnText } from '../../../ui/own-text.tsx';

interface Props {
  readonly takeHome: TakeHome;
  /** True once the session has ended. */
  readonly ended: boolean;
  /** The ids of the open questions. */
  readonly open: ReadonlySet<string>;
  /** Drafts on questions of the page; they are shown on it, and nowhere else any more. */
  readonly unsent: readonly UnsentAnswer[];
  /** The buttons that save the page. */
  readonly save: ComponentChildren;
}

/** The content of the take-home page: what matters first, the chapters, unanswered questions, sources. */
export function TakeHomePage({ takeHome, ended, open, unsent, save }: Props) {
  const { title, startedAt, questions, pages } = takeHome;
  const { first, chapters } = outlineOf(questions);
  const missed = questions.filter(
    ({ activity: { id }, answer }) => answer === null && !unsent.some((one) => one.id === id),
  );
  const isEmpty = first.length + chapters.length === 0;
  const sourcesFolded = chapters.length > 0 && pages.length > 0;
  return (
    <>
      <p class="take-home-lead">
        <strong>
          <OwnText>{title}</OwnText>
        </strong>
        <span lang="en">{formatDay(startedAt)}</span>
      </p>
      {isEmpty ? (
        <EmptyPage ended={ended} sources={pages.length > 0} />
      ) : (
        <Introduction sources={pages.length > 0} />
      )}
      <InShort lines={inShortOf(takeHome)} />
      <NotSent answers={unsent} />
      <JumpLinks chapters={chapters} sources={sourcesFolded} />
      {save}
      {first.map((section) => (
        <SectionView key={keyOf(section)} section={section} talk={title} ended={ended} />
      ))}
      {chapters.map((chapter) => (
        <ChapterView key={placeOf(chapter)} chapter={chapter} talk={title} ended={ended} />
      ))}
      {takeHome.asked !== undefined && <OwnQuestions asked={takeHome.asked} />}
      {!isEmpty && <NotAnswered questions={missed} open={open} />}
      <Sources pages={pages} folded={sourcesFolded} />
    </>
  );
}

function Introduction({ sources }: { sources: boolean }) {
  return (
    <p lang="en">
      {sources
        ? 'Your answers, the room’s answers and sources for further reading. '
        : 'Your answers and the room’s answers. '}
      Only you can see this page.
    </p>
  );
}

function EmptyPage({ ended, sources }: { ended: boolean; sources: boolean }) {
  if (!ended) {
    return (
      <p lang="en">
        Nothing here yet. Your answers appear here as you give them.
        {sources && ' The sources are below.'}
      </p>
    );
  }
  return (
    <p lang="en">
      Thank you for listening. You did not answer any questions on this phone.
      {sources && ' The sources are below.'}
    </p>
  );
}

function formatDay(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', { dateStyle: 'full' });
}
