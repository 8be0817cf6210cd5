import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { ChoiceButton, YourAnswer } from '../../ui/choice/choice-button.tsx';
import { RoomChoices } from '../../ui/choice/room-choices.tsx';
import { SendChoices } from '../../ui/choice/send-choices.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import type { PhoneViewProps } from '../views.ts';
import { answerOf, draftOf, isGiven, obstacle, toggle, type Draft } from './draft.ts';
import { LONGEST_OTHER } from './longest-other.ts';
import type { PollAnswer, PollContent, PollShown } from './poll.ts';
import { howMany } from './labels.ts';
import './poll.css';

type Props = PhoneViewProps<PollContent, PollAnswer, PollShown>;

/** Options to tap. A single choice is sent at once; several are marked first, then sent. */
export default function PollPhone(props: Props): ComponentChildren {
  const { labelledBy, content, answer, open, tally } = props;
  return (
    <>
      <div class="choices" role="group" aria-labelledby={labelledBy}>
        {!open ? (
          <Closed content={content} answer={answer} />
        ) : content.max === 1 ? (
          <ChooseOne {...props} />
        ) : (
          <ChooseSeveral {...props} />
        )}
      </div>
      {tally !== null && <Room content={content} tally={tally} />}
    </>
  );
}

function ChooseOne({ content, answer, give }: Props): ComponentChildren {
  const [draft, setDraft] = useDraft(answer, draftOf);
  const send = (event: Event): void => {
    event.preventDefault();
    if (draft.other.trim() !== '') give(answerOf({ ...draft, choices: [] }));
  };
  return (
    <>
      {content.options.map((option, choice) => (
        <ChoiceButton
          key={option}
          pressed={draft.choices.includes(choice)}
          given={isChosen(answer, choice)}
          accent={content.accents[choice]}
          onPress={() => give({ choices: [choice], other: null })}
        >
          {option}
        </ChoiceButton>
      ))}
      {content.other && (
        <form class="poll-own" onSubmit={send}>
          <OwnChoice draft={draft} answer={answer} onDraft={setDraft} />
          <button class="button" lang="en" disabled={draft.other.trim() === ''}>
            Send
          </button>
        </form>
      )}
    </>
  );
}

function ChooseSeveral({ content, answer, give }: Props): ComponentChildren {
  const [draft, setDraft] = useDraft(answer, draftOf);
  return (
    <>
      <p class="choice-note" lang="en">
        {howMany(content)}
      </p>
      {content.options.map((option, choice) => (
        <ChoiceButton
          key={option}
          several
          pressed={draft.choices.includes(choice)}
          given={isChosen(answer, choice)}
          accent={content.accents[choice]}
          onPress={() => setDraft(toggle(draft, choice))}
        >
          {option}
        </ChoiceButton>
      ))}
      {content.other && <OwnChoice draft={draft} answer={answer} onDraft={setDraft} />}
      <SendChoices
        obstacle={obstacle(content, draft)}
        given={isGiven(draft, answer)}
        onSend={() => give(answerOf(draft))}
      />
    </>
  );
}

function Closed({ content, answer }: Pick<Props, 'content' | 'answer'>): ComponentChildren {
  const own = answer?.other ?? null;
  return (
    <>
      {content.options.map((option, choice) => (
        <ChoiceButton
          key={option}
          several={content.max > 1}
          pressed={isChosen(answer, choice)}
          given={isChosen(answer, choice)}
          accent={content.accents[choice]}
        >
          {option}
        </ChoiceButton>
      ))}
      {own !== null && (
        <ChoiceButton several={content.max > 1} pressed given>
          {own}
        </ChoiceButton>
      )}
    </>
  );
}

interface OwnChoiceProps {
  readonly draft: Draft;
  readonly answer: PollAnswer | null;
  onDraft(draft: Draft): void;
}

function OwnChoice({ draft, answer, onDraft }: OwnChoiceProps): ComponentChildren {
  const field = useId();
  const own = answer?.other ?? null;
  return (
    <div class="poll-own-choice">
      <label for={field} lang="en">
        Something else
      </label>
      {own !== null && own === draft.other && <YourAnswer />}
      <input
        id={field}
        class="field"
        dir="auto"
        maxLength={LONGEST_OTHER}
        autocomplete="off"
        value={draft.other}
        onInput={(event) => onDraft({ ...draft, other: event.currentTarget.value })}
      />
    </div>
  );
}

interface RoomProps {
  readonly content: PollContent;
  readonly tally: NonNullable<PollShown>;
}

function Room({ content, tally }: RoomProps): ComponentChildren {
  const bars = [
    ...content.options.map((label, index) => ({
      label,
      count: tally.counts[index] ?? 0,
      accent: content.accents[index],
    })),
    ...(content.other ? [{ label: 'Something else', count: tally.other }] : []),
  ];
  return <RoomChoices answers={tally.answers} bars={bars} />;
}

function isChosen(answer: PollAnswer | null, choice: number): boolean {
  return answer?.choices.includes(choice) ?? false;
}
