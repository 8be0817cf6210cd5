import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ResultItem } from '../../../activities/contract.ts';
import { loadTakeHomeView } from '../../../activities/take-home-views.ts';
import type { TakeHomeViewProps } from '../../../activities/views.ts';
import { accentClass } from '../../../lib/accent-class.ts';
import type { TakeHomeQuestion } from '../../../session/views.ts';

interface Props {
  readonly question: TakeHomeQuestion;
  /** Whether nothing can be shown any more. */
  readonly ended: boolean;
  /** Whether it stands below a heading that it shares with others. */
  readonly nested?: boolean;
}

/** A question and what this attendee answered, with what its type has to say about it. */
export function AnsweredQuestion({ question, ended, nested = false }: Props) {
  const { activity, answer } = question;
  const View = useTakeHomeView(activity.type);
  const Heading = nested ? 'h3' : 'h2';
  if (answer === null) return null;
  return (
    <section class={`take-home-question ${accentClass(activity.accent)}`}>
      <Heading>{activity.question}</Heading>
      {View === null ? (
        <PlainAnswer question={question} />
      ) : (
        <View
          content={activity.content}
          answer={answer}
          tally={activity.tally}
          correctAnswer={activity.correctAnswer}
        />
      )}
      <MissingNotes question={question} ended={ended} />
    </section>
  );
}

/** null where the type has none, and until it is loaded: the answer can be read all the same. */
function useTakeHomeView(type: string): ComponentType<TakeHomeViewProps> | null {
  const [loaded, setLoaded] = useState<{ view: ComponentType<TakeHomeViewProps> | null } | null>(
    null,
  );
  useEffect(() => {
    void loadTakeHomeView(type).then((view) => setLoaded({ view }));
  }, [type]);
  return loaded?.view ?? null;
}

/** An answer in the words of the export, where its type has no view for it. */
function PlainAnswer({ question: { items, right } }: { question: TakeHomeQuestion }) {
  return (
    <>
      <ul class="take-home-answer">
        {items.map((item, index) => (
          <li key={index}>
            {item.item !== '' && item.item !== item.choice && (
              <span class="take-home-item">{item.item}</span>
            )}{' '}
            {formatItem(item)}
          </li>
        ))}
      </ul>
      {right !== null && (
        <p class={right ? 'take-home-right' : 'take-home-wrong'} lang="en">
          {right ? 'Correct' : 'Incorrect'}
        </p>
      )}
    </>
  );
}

function formatItem({ text, choice }: ResultItem): string {
  return text === '' ? choice : `“${text}”`;
}

/** Why the room's answers, or what is right, are not there. */
function MissingNotes({ question: { activity }, ended }: Props) {
  const { hasCorrectAnswer, correctAnswer, hidden, minAnswers } = activity;
  return (
    <>
      {hidden === 'too-few' && (
        <p class="take-home-note" lang="en">
          Fewer than {minAnswers} people answered, so the room’s answers are not shown.
        </p>
      )}
      {hasCorrectAnswer && correctAnswer === null && (
        <p class="take-home-note" lang="en">
          {ended
            ? 'The correct answer was not revealed.'
            : 'The correct answer has not been revealed yet.'}
        </p>
      )}
    </>
  );
}
