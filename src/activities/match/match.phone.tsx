import type { ComponentChildren, RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { partialAnswers, nextUnanswered, withAnswer } from '../../lib/stepwise-answers.ts';
import { useFocusOnMove } from '../../ui/paging/paging.tsx';
import { usePagePause } from '../../ui/paging/use-page-pause.ts';
import type { PhoneViewProps } from '../views.ts';
import type { Choices, MatchContent } from './content.ts';
import type { MatchAnswer, MatchShown } from './match.ts';
import { Answers } from './parts/answers.phone.tsx';
import { Question } from './parts/question.phone.tsx';
import { Matches } from './parts/matches.phone.tsx';
import { Room } from './parts/room.phone.tsx';
import { verdictOf } from './scores.ts';
import { warningOf } from './warnings.ts';
import { unfinishedLabel, verdictLabel } from './labels.ts';
import './match.css';

type Props = PhoneViewProps<MatchContent, MatchAnswer, MatchShown>;

/** One question at a time; each tap gives all choices so far. After the last, the result. */
export default function MatchPhone({ content, answer, open, tally, give }: Props) {
  const choices = partialAnswers(content.questions, answer?.choices);
  const [place, setPlace] = useState(() => nextUnanswered(choices, -1));
  const [pause, beginPause] = usePagePause();
  const heading = useFocusOnMove<HTMLHeadingElement>(place);
  const choose = (question: number, choice: number): void => {
    const changed = withAnswer(choices, question, choice);
    give({ choices: changed });
    // A warning is read where it is due: the page waits for its reader.
    if (warningOf(content, question, choice) !== '') return;
    setPlace(nextUnanswered(changed, question));
    beginPause();
  };
  if (open && place !== null) {
    return <Question {...{ content, choices, place, heading, pause, choose }} onMove={setPlace} />;
  }
  const finished = !choices.includes(null);
  return (
    <div class="match">
      {answer !== null && (
        <Result content={content} choices={choices} open={open} heading={heading}>
          <Answers content={content} choices={choices} onChange={open ? setPlace : undefined} />
        </Result>
      )}
      {/* Attendees who have not finished must not be led by others. */}
      {tally !== null && (finished || !open) && <Room content={content} tally={tally} />}
    </div>
  );
}

interface ResultProps {
  readonly content: MatchContent;
  readonly choices: Choices;
  readonly open: boolean;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** The choices themselves. */
  readonly children: ComponentChildren;
}

function Result({ content, choices, open, heading, children }: ResultProps): ComponentChildren {
  const verdict = verdictOf(content, choices);
  return (
    <>
      <h2 class="match-verdict" tabIndex={-1} ref={heading} lang="en">
        <span class="choice-note">Your result</span>{' '}
        {verdict === null ? 'Not yet' : verdictLabel(content, verdict)}
      </h2>
      {verdict === null ? (
        <>
          <p lang="en">{unfinishedLabel(choices, open)}</p>
          {children}
        </>
      ) : (
        <>
          <Matches content={content} choices={choices} verdict={verdict} />
          <details class="match-answers">
            <summary lang="en">Your answers</summary>
            {children}
          </details>
        </>
      )}
    </>
  );
}
