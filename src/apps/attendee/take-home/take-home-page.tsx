import type { TakeHome } from '../../../session/views.ts';
import { NotAnswered } from './not-answered.tsx';
import { checkInWords, partsOf, type Part } from './sections.ts';
import { AnsweredQuestion } from './take-home-question.tsx';
import { SourcePage } from './source-page.tsx';

interface Props {
  readonly kept: TakeHome;
  /** Whether nothing can be answered or shown any more. */
  readonly ended: boolean;
  /** The ids of the questions that still take answers. */
  readonly open: ReadonlySet<string>;
}

/** The page itself: what was answered in the order of the talk, what was not, what to read on. */
export function Letter({ kept, ended, open }: Props) {
  const parts = partsOf(kept.questions);
  const missed = kept.questions.filter(({ answer }) => answer === null);
  return (
    <>
      <p class="take-home-lead">
        <strong>{kept.title}</strong>
        <span lang="en">{dayOf(kept.startedAt)}</span>
      </p>
      {parts.length === 0 ? (
        <Nothing ended={ended} sources={kept.pages.length > 0} />
      ) : (
        <p lang="en">
          {kept.pages.length > 0
            ? 'Your answers, the room’s answers and sources for further reading. '
            : 'Your answers and the room’s answers. '}
          Only you can see this page.
        </p>
      )}
      {parts.map((part) => (
        <PartOf key={keyOf(part)} part={part} ended={ended} />
      ))}
      {parts.length > 0 && <NotAnswered questions={missed} open={open} />}
      {kept.pages.map((source) => (
        <SourcePage key={source.html} page={source} />
      ))}
    </>
  );
}

function Nothing({ ended, sources }: { ended: boolean; sources: boolean }) {
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

function keyOf(part: Part): string {
  return part.is === 'check' ? 'check' : `question ${part.question.activity.id}`;
}

function PartOf({ part, ended }: { part: Part; ended: boolean }) {
  if (part.is === 'question') return <AnsweredQuestion question={part.question} ended={ended} />;
  return (
    <section class="take-home-check">
      <h2 lang="en">{checkInWords(part)}</h2>
      {part.questions.map((question) => (
        <AnsweredQuestion key={question.activity.id} question={question} ended={ended} below />
      ))}
    </section>
  );
}

function dayOf(at: number): string {
  return new Date(at).toLocaleDateString('en-GB', { dateStyle: 'full' });
}
