import type { ComponentChildren } from 'preact';
import { partialAnswers } from '../../lib/stepwise-answers.ts';
import type { TakeHomeViewProps } from '../views.ts';
import type { MatchContent } from './content.ts';
import type { MatchAnswer, MatchShown } from './match.ts';
import { Answers } from './parts/answers.phone.tsx';
import { Matches } from './parts/matches.phone.tsx';
import { verdictOf } from './scores.ts';
import { unfinishedLabel, verdictLabel } from './labels.ts';
import './match.css';

type Props = TakeHomeViewProps<MatchContent, MatchAnswer, MatchShown>;

/** The two nearest cases with the reasons; or, with questions unanswered, the answers so far. */
export default function MatchTakeHome({ content, answer }: Props): ComponentChildren {
  const choices = partialAnswers(content.questions, answer.choices);
  const verdict = verdictOf(content, choices);
  if (verdict === null) {
    return (
      <div class="match">
        <p lang="en">{unfinishedLabel(choices, false)}</p>
        <Answers content={content} choices={choices} />
      </div>
    );
  }
  return (
    <div class="match">
      <p class="match-verdict" lang="en">
        {verdictLabel(content, verdict)}
      </p>
      <Matches content={content} choices={choices} verdict={verdict} />
    </div>
  );
}
