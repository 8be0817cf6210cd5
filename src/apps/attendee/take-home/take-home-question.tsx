import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ResultItem } from '../../../activities/contract.ts';
import { loadTakeHomeView } from '../../../activities/take-home-views.ts';
import type { TakeHomeViewProps } from '../../../activities/views.ts';
import { accentClass } from '../../../lib/accents.ts';
import type { TakeHomeQuestion } from '../../../session/views.ts';
import { ShiftChart } from '../../../ui/charts/shift-chart.tsx';
import { OwnText } from '../../../ui/own-text.tsx';

interface Props {
  readonly question: TakeHomeQuestion;
  /** The title of the talk. */
  readonly talk: string;
  /** True once the session has ended. */
  readonly ended: boolean;
  /** True below a heading that it shares with other questions. */
  readonly nested?: boolean;
}

/** A question and this attendee's answer, drawn by the take-home view of its type. */
export function AnsweredQuestion({ question, talk, ended, nested = false }: Props) {
  const { activity, answer } = question;
  const View = useTakeHomeView(activity.type);
  const Heading = nested ? 'h3' : 'h2';
  if (answer === null) return null;
  return (
    <section class={`take-home-question ${accentClass(activity.accent)}`}>
      <Heading>
        <OwnText>{activity.question}</OwnText>
      </Heading>
      {View === null ? (
        <PlainAnswer question={question} />
      ) : (
        <View
          talk={talk}
          content={activity.content}
          answer={answer}
          tally={activity.tally}
          correctAnswer={activity.correctAnswer}
        />
      )}
      <Before question={question} />
      <MissingNotes question={question} ended={ended} />
    </section>
  );
}

/** The attendee's earlier answer to a question that was asked again, and the room's shift. */
function Before({ question: { activity, before } }: { question: TakeHomeQuestion }) {
  const { question, shift } = activity;
  return (
    <>
      {before.length > 0 && (
        <div class="take-home-note">
          <p lang="en">Your answer before:</p>
          <ItemList items={before} />
        </div>
      )}
      {shift !== null && <ShiftChart {...{ question, shift }} />}
    </>
  );
}

/** The take-home view of a type; null while it loads and where there is none. */
function useTakeHomeView(type: string): ComponentType<TakeHomeViewProps> | null {
  const [loaded, setLoaded] = useState<{ view: ComponentType<TakeHomeViewProps> | null } | null>(
    null,
  );
  useEffect(() => {
    void loadTakeHomeView(type).then((view) => setLoaded({ view }));
  }, [type]);
  return loaded?.view ?? null;
}

/** An answer as the export words it, for types without a view. */
function PlainAnswer({ question: { items, right } }: { question: TakeHomeQuestion }) {
  return (
    <>
      <ItemList items={items} />
      {right !== null && (
        <p class={right ? 'take-home-right' : 'take-home-wrong'} lang="en">
          {right ? 'Correct' : 'Incorrect'}
        </p>
      )}
    </>
  );
}

function ItemList({ items }: { items: readonly ResultItem[] }) {
  return (
    <ul class="take-home-answer">
      {items.map((item, index) => (
        <li key={index}>
          {item.item !== '' && item.item !== item.choice && (
            <span class="take-home-item">
              <OwnText>{item.item}</OwnText>
            </span>
          )}{' '}
          <OwnText>{formatItem(item)}</OwnText>
        </li>
      ))}
    </ul>
  );
}

function formatItem({ text, choice }: ResultItem): string {
  return text === '' ? choice : `“${text}”`;
}

/** Reasons why the room's answers or the correct answer are missing. */
function MissingNotes({ question: { activity }, ended }: Pick<Props, 'question' | 'ended'>) {
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
