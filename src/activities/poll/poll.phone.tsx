import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { ChoiceButton, YourAnswer } from '../../ui/choice/choice-button.tsx';
import { SendForm } from '../send-form.tsx';
import { persistently } from '../views.ts';
import { useLazyModule } from '../../ui/use-lazy-module.ts';
import { useDraft } from '../../ui/use-draft.ts';
import type { PhoneViewProps } from '../views.ts';
import { answerOf, draftOf, isDraft, isGiven, obstacle, toggle, type Draft } from './draft.ts';
import type { PollAnswer, PollContent, PollShown } from './poll.ts';
import { howMany } from './labels.ts';
import './poll.css';

type Props = PhoneViewProps<PollContent, PollAnswer, PollShown>;

/**
 * Options to tap. A single choice is sent at once; several are marked first, then sent. Once closed, the
 * room's bars take the place of the options.
 */
export default function PollPhone(props: Props): ComponentChildren {
  const { labelledBy, content, answer, open, tally } = props;
  const room = useLazyModule(tally !== null, () =>
    persistently(() => import('./parts/room.phone.tsx')),
  );
  const bars = tally !== null && room !== null && (
    <room.Room content={content} tally={tally} answer={open ? null : answer} />
  );
  return (
    <>
      {(open || !bars) && (
        <div role="group" aria-labelledby={labelledBy}>
          {open ? <Choosing {...props} /> : <Closed content={content} answer={answer} />}
        </div>
      )}
      {bars}
    </>
  );
}

function Choosing(props: Props): ComponentChildren {
  const { content, answer, keepDraft, give } = props;
  const [draft, setDraft] = useDraft(props, draftOf(answer), isDraft);
  const several = content.max > 1;
  const unsent = several ? draft : { ...draft, choices: [] };
  const press = (choice: number): void => {
    if (several) return setDraft(toggle(draft, choice));
    keepDraft(null);
    give({ choices: [choice], other: null });
  };
  return (
    <SendForm
      view={props}
      look="choices"
      obstacle={obstacle(content, unsent)}
      given={isGiven(unsent, answer)}
      isOffered={several || draft.other !== ''}
      onSend={() => give(answerOf(unsent))}
    >
      {several && (
        <p class="choice-note" lang="en">
          {howMany(content)}
        </p>
      )}
      <Options content={content} answer={answer} chosen={draft.choices} onPress={press} />
      {content.other && <OwnChoice draft={draft} answer={answer} onDraft={setDraft} />}
    </SendForm>
  );
}

function Closed({ content, answer }: Pick<Props, 'content' | 'answer'>): ComponentChildren {
  const own = answer?.other ?? null;
  return (
    <div class="choices">
      <Options content={content} answer={answer} chosen={answer?.choices ?? []} />
      {own !== null && (
        <ChoiceButton several={content.max > 1} pressed given>
          {own}
        </ChoiceButton>
      )}
    </div>
  );
}

interface OptionsProps extends Pick<Props, 'content' | 'answer'> {
  readonly chosen: readonly number[];
  /** Left out where the question is closed. */
  readonly onPress?: (choice: number) => void;
}

function Options({ content, answer, chosen, onPress }: OptionsProps): ComponentChildren {
  return content.options.map((option, choice) => (
    <ChoiceButton
      key={option}
      several={content.max > 1}
      pressed={chosen.includes(choice)}
      given={answer?.choices.includes(choice) ?? false}
      accent={content.accents[choice]}
      onPress={onPress && (() => onPress(choice))}
    >
      {option}
    </ChoiceButton>
  ));
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
        autocomplete="off"
        value={draft.other}
        onInput={(event) => onDraft({ ...draft, other: event.currentTarget.value })}
      />
    </div>
  );
}
