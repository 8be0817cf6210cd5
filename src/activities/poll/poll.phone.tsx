import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { useFollowing } from '../../ui/use-following.ts';
import type { PhoneViewProps } from '../views.ts';
import { answerOf, draftOf, isGiven, obstacle, toggle, type Draft } from './draft.ts';
import { LONGEST_OTHER, type PollAnswer, type PollContent, type PollShown } from './poll.ts';
import { howMany } from './words.ts';
import './poll.css';

type Props = PhoneViewProps<PollContent, PollAnswer, PollShown>;

/** Where one choice is asked for, a tap gives it; where several are, they are marked and sent. */
export default function PollPhone(props: Props): ComponentChildren {
  const { labelledBy, content, answer, open, tally } = props;
  return (
    <div class="poll">
      <div role="group" aria-labelledby={labelledBy}>
        {!open ? (
          <Closed content={content} answer={answer} />
        ) : content.max === 1 ? (
          <ChooseOne {...props} />
        ) : (
          <ChooseSeveral {...props} />
        )}
      </div>
      {tally !== null && <Room content={content} tally={tally} />}
    </div>
  );
}

function ChooseOne({ content, answer, give }: Props): ComponentChildren {
  const [draft, setDraft] = useFollowing(answer, draftOf);
  const send = (event: Event): void => {
    event.preventDefault();
    if (draft.other.trim() !== '') give(answerOf({ ...draft, choices: [] }));
  };
  return (
    <>
      {content.options.map((option, choice) => (
        <Option
          key={option}
          pressed={draft.choices.includes(choice)}
          given={isChosen(answer, choice)}
          onPress={() => give({ choices: [choice], other: null })}
        >
          {option}
        </Option>
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
  const [draft, setDraft] = useFollowing(answer, draftOf);
  const status = useId();
  const inTheWay = obstacle(content, draft);
  const unsendable = inTheWay !== null || isGiven(draft, answer);
  return (
    <>
      <p class="poll-note" lang="en">
        {howMany(content)}
      </p>
      {content.options.map((option, choice) => (
        <Option
          key={option}
          several
          pressed={draft.choices.includes(choice)}
          given={isChosen(answer, choice)}
          onPress={() => setDraft(toggle(draft, choice))}
        >
          {option}
        </Option>
      ))}
      {content.other && <OwnChoice draft={draft} answer={answer} onDraft={setDraft} />}
      <div class="poll-send" lang="en">
        {/* Not `disabled`: a button that can't be focused can't say why it does nothing. */}
        <button
          type="button"
          class="button button-primary"
          aria-disabled={unsendable}
          aria-describedby={status}
          onClick={() => unsendable || give(answerOf(draft))}
        >
          Send
        </button>
        <p id={status} class="poll-note" role="status">
          {inTheWay ?? (unsendable ? 'This is your answer.' : 'Ready to send.')}
        </p>
      </div>
    </>
  );
}

function Closed({ content, answer }: Pick<Props, 'content' | 'answer'>): ComponentChildren {
  const own = answer?.other ?? null;
  return (
    <>
      {content.options.map((option, choice) => (
        <Option
          key={option}
          several={content.max > 1}
          pressed={isChosen(answer, choice)}
          given={isChosen(answer, choice)}
        >
          {option}
        </Option>
      ))}
      {own !== null && (
        <Option several={content.max > 1} pressed given>
          {own}
        </Option>
      )}
    </>
  );
}

interface OptionProps {
  readonly children: ComponentChildren;
  readonly several?: boolean;
  readonly pressed: boolean;
  /** Whether it is part of the answer that was last given. */
  readonly given: boolean;
  /** Left out where the question is closed. */
  readonly onPress?: () => void;
}

function Option({
  children,
  several = false,
  pressed,
  given,
  onPress,
}: OptionProps): ComponentChildren {
  return (
    <button
      type="button"
      class={several ? 'poll-option poll-option-several' : 'poll-option'}
      aria-pressed={pressed}
      disabled={onPress === undefined}
      onClick={onPress}
    >
      <span class="poll-option-text">
        {children}
        {given && <YourAnswer />}
      </span>
    </button>
  );
}

function YourAnswer(): ComponentChildren {
  return (
    <span class="poll-given" lang="en">
      {' '}
      Your answer
    </span>
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
  const bars = content.options.map((label, index) => ({ label, count: tally.counts[index] ?? 0 }));
  if (content.other) bars.push({ label: 'Something else', count: tally.other });
  return (
    <div class="poll-room">
      <p class="poll-note" lang="en">
        The room’s answers: {tally.answers}
      </p>
      <ul>
        {bars.map(({ label, count }) => (
          <li key={label}>
            <span>{label}</span>
            <span class="poll-room-count">
              {count} <span class="poll-note">{Math.round((100 * count) / tally.answers)}%</span>
            </span>
            <span class="poll-room-bar" style={{ width: `${(100 * count) / tally.answers}%` }} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function isChosen(answer: PollAnswer | null, choice: number): boolean {
  return answer?.choices.includes(choice) ?? false;
}
