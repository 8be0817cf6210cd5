import type { ComponentChildren } from 'preact';
import { isIndices, sameIndices, toggleIndex } from '../../lib/indices.ts';
import { shuffled } from '../../lib/shuffle.ts';
import { CheckMark } from '../../ui/marks.tsx';
import { ChoiceButton, YourAnswer } from '../../ui/choice/choice-button.tsx';
import { RoomChoices, RoomShare } from '../../ui/choice/room-choices.tsx';
import { roomCorrectLabel } from '../../ui/room-correct-label.ts';
import { VerdictLine } from '../../ui/verdict.tsx';
import { SendForm } from '../send-form.tsx';
import { useDraft } from '../../ui/use-draft.ts';
import type { PhoneViewProps } from '../views.ts';
import { Explanation } from './parts/explanation.phone.tsx';
import type { QuizAnswer, QuizPrompt, QuizShown, QuizCorrectAnswer } from './quiz.ts';
import { CHOOSE_ALL } from './labels.ts';
import './quiz.css';
import { OwnText } from '../../ui/own-text.tsx';

type Props = PhoneViewProps<QuizPrompt, QuizAnswer, QuizShown, QuizCorrectAnswer>;

/** An option as this phone shows it; `place` is its index in the deck. */
interface Option {
  readonly text: string;
  readonly place: number;
}

/** The options in this phone's own order: phones side by side have different ones. */
export default function QuizPhone(props: Props): ComponentChildren {
  const { labelledBy, content, answer, open, tally, correctAnswer, seed } = props;
  const options = shuffled(
    content.options.map((text, place): Option => ({ text, place })),
    seed,
  );
  return (
    <>
      <VerdictLine
        isRight={
          correctAnswer === null || answer === null
            ? null
            : sameIndices(correctAnswer.right, answer.choices)
        }
      />
      {correctAnswer !== null ? (
        <AnswerRevealed {...{ labelledBy, options, answer, tally, correctAnswer }} />
      ) : !open && tally !== null ? (
        <Room {...{ options, answer, tally }} />
      ) : (
        <div class="choices" role="group" aria-labelledby={labelledBy}>
          {!open ? (
            <Buttons
              several={content.several}
              chosen={answer?.choices ?? []}
              {...{ options, answer }}
            />
          ) : content.several ? (
            <ChooseSeveral {...props} options={options} />
          ) : (
            <ChooseOne {...props} options={options} />
          )}
        </div>
      )}
      {open && tally !== null && <Room {...{ options, tally }} answer={null} />}
    </>
  );
}

type WithOptions = Props & { readonly options: readonly Option[] };

function ChooseOne({ options, answer, give }: WithOptions): ComponentChildren {
  const chosen = answer?.choices ?? [];
  return (
    <Buttons {...{ options, answer, chosen }} onPress={(place) => give({ choices: [place] })} />
  );
}

function ChooseSeveral(props: WithOptions): ComponentChildren {
  const { options, answer, give } = props;
  const [marked, mark] = useDraft(props, answer?.choices ?? [], isIndices);
  const toggle = (place: number): void => mark(toggleIndex(marked, place));
  return (
    <SendForm
      view={props}
      look="choices"
      obstacle={marked.length === 0 ? 'Choose at least one to send.' : null}
      given={answer !== null && sameIndices(answer.choices, marked)}
      onSend={() => give({ choices: marked })}
    >
      <p class="choice-note" lang="en">
        {CHOOSE_ALL}
      </p>
      <Buttons several chosen={marked} {...{ options, answer }} onPress={toggle} />
    </SendForm>
  );
}

interface ButtonsProps extends Pick<WithOptions, 'options' | 'answer'> {
  readonly several?: boolean;
  readonly chosen: readonly number[];
  /** Left out where the question is closed. */
  readonly onPress?: (place: number) => void;
}

function Buttons({ options, answer, several, chosen, onPress }: ButtonsProps): ComponentChildren {
  return options.map(({ text, place }) => (
    <ChoiceButton
      key={text}
      several={several === true}
      pressed={chosen.includes(place)}
      given={isChosen(answer, place)}
      onPress={onPress && (() => onPress(place))}
    >
      {text}
    </ChoiceButton>
  ));
}

interface RoomProps {
  readonly options: readonly Option[];
  /** The answer to mark; null while the options above show it. */
  readonly answer: QuizAnswer | null;
  readonly tally: NonNullable<QuizShown>;
}

function Room({ options, answer, tally }: RoomProps): ComponentChildren {
  const bars = options.map(({ text, place }) => ({
    label: text,
    count: tally.counts[place] ?? 0,
    isOwn: isChosen(answer, place),
  }));
  return <RoomChoices answers={tally.answers} bars={bars} />;
}

type SolvedProps = Pick<Props, 'labelledBy' | 'answer' | 'tally'> & {
  readonly options: readonly Option[];
  readonly correctAnswer: QuizCorrectAnswer;
};

function AnswerRevealed({
  labelledBy,
  options,
  answer,
  tally,
  correctAnswer,
}: SolvedProps): ComponentChildren {
  const room = roomCorrectLabel(tally);
  return (
    <>
      <ul class="quiz-revealed" aria-labelledby={labelledBy}>
        {options.map(({ text, place }) => {
          const right = correctAnswer.right.includes(place);
          return (
            <li key={text} class={`choice-room-row ${right ? 'quiz-revealed-right' : ''}`}>
              {right && <CheckMark />}
              <span class="choice-text">
                <OwnText>{text}</OwnText>
                {right && <Right />}
                {isChosen(answer, place) && <YourAnswer />}
              </span>
              {tally !== null && (
                <RoomShare count={tally.counts[place] ?? 0} answers={tally.answers} />
              )}
            </li>
          );
        })}
      </ul>
      <Explanation correctAnswer={correctAnswer} />
      {room !== null && (
        <p class="quiz-room" lang="en">
          {room}
        </p>
      )}
    </>
  );
}

function Right(): ComponentChildren {
  return <b lang="en"> Correct</b>;
}

function isChosen(answer: QuizAnswer | null, place: number): boolean {
  return answer?.choices.includes(place) ?? false;
}
