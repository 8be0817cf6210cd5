import type { ComponentChildren } from 'preact';
import { shuffled } from '../../lib/shuffle.ts';
import { OwnText } from '../../ui/own-text.tsx';
import type { PhoneViewProps } from '../views.ts';
import type { RankingAnswer, RankingContent, RankingShown } from './content.ts';
import { meanLabel } from './labels.ts';
import { Ordering } from './parts/ordering.phone.tsx';
import { standings } from './standings.ts';
import './ranking.css';

type Props = PhoneViewProps<RankingContent, RankingAnswer, RankingShown>;

/**
 * Options to put in order: phones side by side have them in different ones, so that the author's does
 * not lead. Once closed, the attendee's own order is left, and the room's below it.
 */
export default function RankingPhone(props: Props): ComponentChildren {
  const { labelledBy, content, answer, open, tally, seed } = props;
  const dealt = shuffled([...content.options.keys()], seed);
  return (
    <>
      {open ? (
        <Ordering view={props} dealt={dealt} />
      ) : answer !== null ? (
        <ol class="ranking-list" aria-labelledby={labelledBy}>
          {answer.order.map((option, at) => (
            <Line key={option} place={at + 1} text={content.options[option] ?? ''} />
          ))}
        </ol>
      ) : (
        tally === null && (
          <ul class="ranking-list" aria-labelledby={labelledBy}>
            {dealt.map((option) => (
              <Line key={option} text={content.options[option] ?? ''} />
            ))}
          </ul>
        )
      )}
      {tally !== null && <Room content={content} tally={tally} />}
    </>
  );
}

interface RoomProps {
  readonly content: RankingContent;
  readonly tally: NonNullable<RankingShown>;
}

function Room({ content, tally }: RoomProps): ComponentChildren {
  return (
    <div class="ranking-room">
      <p class="choice-note" lang="en">
        The room’s answers: {tally.answers}
      </p>
      <ul class="ranking-list">
        {standings(content, tally).map(({ option, place, text, shown }) => (
          <Line key={option} place={place} text={text}>
            <span class="choice-note" lang="en">
              {' '}
              mean place {meanLabel(shown)}
            </span>
          </Line>
        ))}
      </ul>
    </div>
  );
}

interface LineProps {
  readonly place?: number;
  readonly text: string;
  readonly children?: ComponentChildren;
}

function Line({ place, text, children }: LineProps): ComponentChildren {
  return (
    <li>
      {place !== undefined && <span class="ranking-number">{place} </span>}
      <span class="ranking-text">
        <OwnText>{text}</OwnText>
      </span>
      {children}
    </li>
  );
}
