import { Fragment, type ComponentChildren } from 'preact';
import { formatAnswerCount } from '../../ui/format-answer-count.ts';
import { LabelledText } from '../../ui/labelled-text.tsx';
import { OwnText } from '../../ui/own-text.tsx';
import type { TakeHomeViewProps } from '../views.ts';
import type { CompareAnswer, CompareContent, CompareShown } from './content.ts';
import { chosen, given } from './judging.ts';
import { chanceLabel, headline } from './labels.ts';
import { placedOptions } from './order.ts';
import { JudgedPair } from './parts/judged.phone.tsx';
import './compare.css';

type Props = TakeHomeViewProps<CompareContent, CompareAnswer, CompareShown>;

/** The attendee's judgements, and sentences with the room's order. */
export default function CompareTakeHome({ content, answer, tally }: Props): ComponentChildren {
  return (
    <>
      <ul class="take-home-answer">
        {given(answer).map((judgement) => {
          const [one, other] = judgement;
          return (
            <li key={`${one}/${other}`}>
              <JudgedPair content={content} pair={[one, other]} choice={chosen(judgement)} />
            </li>
          );
        })}
      </ul>
      {tally !== null && <Room content={content} tally={tally} />}
    </>
  );
}

interface RoomProps {
  readonly content: CompareContent;
  readonly tally: NonNullable<CompareShown>;
}

function Room({ content, tally }: RoomProps): ComponentChildren {
  return (
    <>
      <p class="take-home-note">
        <LabelledText label={`The room, ${formatAnswerCount(tally.answers)}:`}>
          {placedOptions(tally).map((option, index) => (
            <Fragment key={option}>
              {index > 0 && '\u00a0· '}
              <OwnText>{content.options[option] ?? ''}</OwnText>
              {`\u00a0${chanceLabel(tally.options[option]?.chance ?? 0)}`}
            </Fragment>
          ))}
        </LabelledText>
      </p>
      <p class="take-home-note" lang="en">
        {headline(content, tally)} The figures are chances to win against an average option.
      </p>
    </>
  );
}
