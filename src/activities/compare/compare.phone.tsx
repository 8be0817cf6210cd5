import type { ComponentChildren } from 'preact';
import { OwnText } from '../../ui/own-text.tsx';
import type { PhoneViewProps } from '../views.ts';
import type { CompareAnswer, CompareContent, CompareShown } from './content.ts';
import { deal } from './deal.ts';
import { choiceOf } from './judging.ts';
import { Judged } from './parts/judged.phone.tsx';
import { Judging } from './parts/judging.phone.tsx';
import { Room } from './parts/room.phone.tsx';
import './compare.css';

type Props = PhoneViewProps<CompareContent, CompareAnswer, CompareShown>;

/** One pair at a time, each judgement given at once; once closed, the attendee's own judgements. */
export default function ComparePhone(props: Props): ComponentChildren {
  const { labelledBy, content, answer, open, tally, seed } = props;
  const pairs = deal(content.options.length, content.pairs, seed);
  const isFinished = pairs.every((pair) => choiceOf(answer, pair) !== null);
  return (
    <div class="compare">
      {open ? (
        <Judging view={props} pairs={pairs} />
      ) : answer !== null ? (
        <Judged labelledBy={labelledBy} content={content} answer={answer} />
      ) : (
        tally === null && <Options labelledBy={labelledBy} content={content} />
      )}
      {/* Attendees who have not finished must not be led by others. */}
      {tally !== null && (isFinished || !open) && <Room content={content} tally={tally} />}
    </div>
  );
}

interface OptionsProps {
  readonly labelledBy: string;
  readonly content: CompareContent;
}

function Options({ labelledBy, content }: OptionsProps): ComponentChildren {
  return (
    <ul class="entries" aria-labelledby={labelledBy}>
      {content.options.map((option) => (
        <li key={option}>
          <OwnText>{option}</OwnText>
        </li>
      ))}
    </ul>
  );
}
