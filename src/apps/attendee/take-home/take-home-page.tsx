import type { TakeHome } from '../../../session/views.ts';
import { NotAnswered } from './not-answered.tsx';
import { knowledgeCheckLabel, sectionsOf, type Section } from './sections.ts';
import { AnsweredQuestion } from './take-home-question.tsx';
import { SourcePage } from './source-page.tsx';
import { OwnText } from '../../../ui/own-text.tsx';

interface Props {
  readonly takeHome: TakeHome;
  /** True once the session has ended. */
  readonly ended: boolean;
  /** The ids of the open questions. */
  readonly open: ReadonlySet<string>;
}

/** The content of the take-home page: answered questions, unanswered ones, sources. */
export function TakeHomePage({ takeHome, ended, open }: Props) {
  const sections = sectionsOf(takeHome.questions);
  const missed = takeHome.questions.filter(({ answer }) => answer === null);
  return (
    <>
      <p class="take-home-lead">
        <strong>
          <OwnText>{takeHome.title}</OwnText>
        </strong>
        <span lang="en">{formatDay(takeHome.startedAt)}</span>
      </p>
      {sections.length === 0 ? (
        <EmptyPage ended={ended} sources={takeHome.pages.length > 0} />
      ) : (
        <p lang="en">
          {takeHome.pages.length > 0
            ? 'Your answers, the room’s answers and sources for further reading. '
            : 'Your answers and the room’s answers. '}
          Only you can see this page.
        </p>
      )}
      {sections.map((section) => (
        <SectionView key={keyOf(section)} section={section} ended={ended} />
      ))}
      {sections.length > 0 && <NotAnswered questions={missed} open={open} />}
      {takeHome.pages.map((source) => (
        <SourcePage key={source.html} page={source} />
      ))}
    </>
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

function keyOf(section: Section): string {
  return section.is === 'check' ? 'check' : `question ${section.question.activity.id}`;
}

function SectionView({ section, ended }: { section: Section; ended: boolean }) {
  if (section.is === 'question')
    return <AnsweredQuestion question={section.question} ended={ended} />;
  return (
    <section class="take-home-check">
      <h2 lang="en">{knowledgeCheckLabel(section)}</h2>
      {section.questions.map((question) => (
        <AnsweredQuestion key={question.activity.id} question={question} ended={ended} nested />
      ))}
    </section>
  );
}

function formatDay(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', { dateStyle: 'full' });
}
