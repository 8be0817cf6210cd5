import type { ComponentChildren, TargetedEvent } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';
import { isString } from '../../../lib/json.ts';
import { normaliseText, textLength } from '../../../lib/typed-text.ts';
import { nameOfText } from '../../../moderation/vote-key.ts';
import type { ChannelViewProps } from '../../channel-views.ts';
import {
  ASKED_ALREADY,
  MOST_OPEN,
  TOO_MANY_OPEN,
  type QuestionsAnswer,
  type QuestionsContent,
} from '../content.ts';
import type { RoomQuestions } from '../tally.ts';

interface Props extends Omit<
  ChannelViewProps<QuestionsContent, QuestionsAnswer, RoomQuestions>,
  'answer'
> {
  readonly answer: QuestionsAnswer;
  /** One's own questions that are not answered yet. */
  readonly open: number;
}

/** The field for a question. What is typed stays until the server has it, also over a reload. */
export function AskForm(props: Props): ComponentChildren {
  const { content, answer, open, draft, keepDraft, delivery, give } = props;
  const typed = isString(draft) ? draft : '';
  const [sent, setSent] = useState<string | null>(null);
  const [problem, setProblem] = useState('');
  const [field, help] = [useId(), useId()];
  const isKept = sent !== null && answer.asked.includes(sent) && delivery.is !== 'sending';
  useEffect(() => {
    if (sent === null || delivery.is === 'sending' || delivery.is === 'delayed') return;
    setSent(null);
    if (isKept) keepDraft(null);
  }, [sent, isKept, delivery.is]);
  const text = normaliseText(typed);
  const submit = (event: TargetedEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const found = obstacle(text, content.longest, answer, open);
    setProblem(found);
    if (found !== '' || sent !== null) return;
    setSent(text);
    give({ ...answer, asked: [...answer.asked, text] });
  };
  return (
    <form class="questions-ask" onSubmit={submit} lang="en">
      <label for={field}>Your question</label>
      <textarea
        id={field}
        class="field"
        dir="auto"
        aria-describedby={help}
        value={typed}
        onInput={({ currentTarget: { value } }) => {
          setProblem('');
          keepDraft(value === '' ? null : value);
        }}
      />
      <p id={help} class="caption">
        Nobody sees who asked. The presenter may read it before the room does.
      </p>
      <button class="button button-primary" aria-disabled={sent !== null}>
        Ask
      </button>
      <p role="status" class="questions-told">
        {problem || told(delivery, sent !== null)}
      </p>
    </form>
  );
}

/** A sentence on what keeps the text from being asked; empty where nothing does. */
function obstacle(text: string, longest: number, { asked }: QuestionsAnswer, open: number): string {
  if (text === '') return 'Write a question first.';
  const length = textLength(text);
  if (length > longest) return `This has ${length} characters: shorten it to ${longest}.`;
  if (asked.some((one) => nameOfText(one) === nameOfText(text))) {
    return ASKED_ALREADY;
  }
  return open < MOST_OPEN ? '' : TOO_MANY_OPEN;
}

function told(delivery: Props['delivery'], isSending: boolean): string {
  switch (delivery.is) {
    case 'none':
    case 'recorded':
      return '';
    case 'sending':
      return isSending ? 'Sending…' : '';
    case 'kept':
      return 'Kept on this phone. It will be sent when you are back online.';
    case 'delayed':
      return `Not sent yet: ${delivery.reason} It is sent again automatically.`;
    case 'refused':
      return `Not sent: ${delivery.reason}`;
  }
}
