import { knowledgeCheckLabel, type Section } from './sections.ts';
import { AnsweredQuestion } from './take-home-question.tsx';

interface Props {
  readonly section: Section;
  /** The title of the talk. */
  readonly talk: string;
  /** True once the session has ended. */
  readonly ended: boolean;
  /** True below a chapter's heading. */
  readonly nested?: boolean;
}

export function keyOf(section: Section): string {
  return section.is === 'check' ? 'check' : `question ${section.question.activity.id}`;
}

/** A question, or the questions of the knowledge check under one heading. */
export function SectionView({ section, talk, ended, nested = false }: Props) {
  if (section.is === 'question') {
    return <AnsweredQuestion question={section.question} {...{ talk, ended, nested }} />;
  }
  return (
    <section class="take-home-check">
      {!nested && <h2 lang="en">{knowledgeCheckLabel(section)}</h2>}
      {section.questions.map((question) => (
        <AnsweredQuestion key={question.activity.id} {...{ question, talk, ended }} nested />
      ))}
    </section>
  );
}
