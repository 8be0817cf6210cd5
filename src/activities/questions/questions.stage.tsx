import type { ComponentChildren } from 'preact';
import { Review } from '../../moderation/review.stage.tsx';
import type { ReviewedWords } from '../../moderation/shown.ts';
import { Spotlight } from '../../moderation/spotlight.stage.tsx';
import { View } from '../../ui/charts/view.tsx';
import { OwnText } from '../../ui/own-text.tsx';
import { useFitText } from '../../ui/use-fit-text.ts';
import type { StageViewProps } from '../views.ts';
import type { QuestionsContent } from './content.ts';
import { inOrder } from './own-questions.ts';
import { LetThrough, QuestionVerbs } from './parts/question-verbs.stage.tsx';
import type { PresenterQuestions, QuestionsShown, RoomQuestions } from './tally.ts';
import './questions.stage.css';

type Props = StageViewProps<QuestionsContent, QuestionsShown>;

/** The number of text sizes in the style sheet. */
const SIZES = 5;

/** The questions that the room reads, those with the most votes first; for the presenter, all of them. */
export default function QuestionsStage({ tally, control }: Props): ComponentChildren {
  return (
    <View>
      {tally?.audience === 'presenter' ? (
        <>
          {control !== undefined && (
            <LetThrough isOn={tally.letsThrough} onSet={(on) => control({ 'let-through': on })} />
          )}
          <Review
            texts={{ ...tally, words: answeredLast(tally) }}
            control={control}
            verbs={(key) => (
              <QuestionVerbs {...{ textKey: key, control }} marks={tally.marks[key]} />
            )}
          />
        </>
      ) : (
        <Room tally={tally} />
      )}
    </View>
  );
}

/** Pinned questions first, and those that were answered last. */
function answeredLast({ words, marks }: PresenterQuestions): readonly ReviewedWords[] {
  const place = (key: string): number =>
    Number(marks[key]?.answered === true) - Number(marks[key]?.pinned === true);
  return [...words].sort((one, other) => place(one.key) - place(other.key));
}

function Room({ tally }: { tally: RoomQuestions | null }): ComponentChildren {
  const { open, answered } = inOrder(tally?.words ?? [], 'votes');
  const { box, leftOut } = useFitText(SIZES);
  if (tally?.spotlight !== undefined) return <Spotlight words={tally.spotlight} />;
  if (open.length === 0) {
    return (
      <p class="questions-none" lang="en">
        {answered.length > 0
          ? 'All questions are answered. Ask another one on your phone.'
          : 'Ask on your phone. Questions appear here once the presenter lets them through.'}
      </p>
    );
  }
  const more = (tally?.more ?? 0) + leftOut;
  return (
    <>
      <div class="questions-stage" ref={box}>
        <ol>
          {open.map(({ vote, text, count, pinned }, rank) => (
            <li key={vote} data-rank={rank} data-pinned={pinned === true}>
              <b class="questions-stage-count">
                {count}
                <span class="visually-hidden" lang="en">
                  {count === 1 ? ' person: ' : ' people: '}
                </span>
              </b>
              <OwnText>{text}</OwnText>
            </li>
          ))}
        </ol>
      </div>
      {(more > 0 || answered.length > 0) && (
        <p class="view-note" lang="en">
          {[
            more > 0 ? `${more} more on the phones` : '',
            answered.length > 0 ? `${answered.length} answered` : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      )}
    </>
  );
}
