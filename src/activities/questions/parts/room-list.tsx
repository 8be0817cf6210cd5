import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { OwnText } from '../../../ui/own-text.tsx';
import { inOrder, type Order } from '../own-questions.ts';
import type { RoomQuestion } from '../tally.ts';

interface Props {
  readonly words: readonly RoomQuestion[];
  /** The keys of the questions for which this attendee has voted. */
  readonly voted: readonly string[];
  /** The keys of one's own questions. */
  readonly own: readonly string[];
  readonly onVote: (key: string) => void;
}

/** The questions that the room reads, each with a vote to give or take back; last, those that were answered. */
export function RoomList({ words, voted, own, onVote }: Props): ComponentChildren {
  const [order, setOrder] = useState<Order>('votes');
  const { open, answered } = inOrder(words, order);
  return (
    <section aria-label="Questions from the room" lang="en">
      <div class="questions-head">
        <h3>Questions from the room: {open.length}</h3>
        {open.length > 1 && (
          <button
            type="button"
            class="button button-small"
            aria-pressed={order === 'newest'}
            onClick={() => setOrder(order === 'newest' ? 'votes' : 'newest')}
          >
            Newest first
          </button>
        )}
      </div>
      {open.length === 0 && <p class="caption">None yet.</p>}
      <ul class="questions-list">
        {open.map((question) => (
          <li key={question.vote}>
            <QuestionText question={question} isOwn={own.includes(question.vote)} />
            {own.includes(question.vote) ? (
              <b class="questions-count">{people(question.count)}</b>
            ) : (
              <button
                type="button"
                class="button questions-vote"
                aria-pressed={voted.includes(question.vote)}
                onClick={() => onVote(question.vote)}
              >
                <span aria-hidden="true">▲ {question.count}</span>
                <span class="visually-hidden">
                  Vote for: {question.text} ({people(question.count)})
                </span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {answered.length > 0 && (
        <details class="questions-answered">
          <summary>Answered: {answered.length}</summary>
          <ul class="questions-list">
            {answered.map((question) => (
              <li key={question.vote}>
                <QuestionText question={question} isOwn={own.includes(question.vote)} />
                <b class="questions-count">{people(question.count)}</b>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface TextProps {
  readonly question: RoomQuestion;
  readonly isOwn: boolean;
}

function QuestionText({ question: { text, pinned }, isOwn }: TextProps): ComponentChildren {
  return (
    <p class="questions-text">
      <OwnText>{text}</OwnText>
      {(pinned === true || isOwn) && (
        <span class="caption">
          {[pinned === true ? 'Pinned' : '', isOwn ? 'Yours' : ''].filter(Boolean).join(' · ')}
        </span>
      )}
    </p>
  );
}

function people(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
