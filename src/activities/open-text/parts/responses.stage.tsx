import type { ComponentChildren } from 'preact';
import { useFitText } from '../../../ui/use-fit-text.ts';
import { useRankMoves } from '../../../ui/charts/use-rank-moves.ts';
import { barsOf } from '../bars.ts';
import type { Words } from '../../../moderation/shown.ts';
import { Spotlight } from '../../../moderation/spotlight.stage.tsx';
import type { RoomShown } from '../tally.ts';
import { missingLabel } from '../../../moderation/labels.ts';
import { textSize, UNREAD } from '../labels.ts';
import { OptionBars } from './option-bars.stage.tsx';
import type { OpenTextContent } from '../content.ts';
import { OwnText } from '../../../ui/own-text.tsx';

/** The number of text sizes in the style sheet. */
const SIZES = 6;

interface Props {
  readonly question: string;
  readonly content: OpenTextContent;
  readonly tally: RoomShown;
}

/** The approved texts: beside their option, or as a list, the most frequent largest. */
export function Stage({ question, content, tally }: Props): ComponentChildren {
  const { words, waiting, more, spotlight } = tally;
  const { box, leftOut } = useFitText(SIZES);
  const isGrouped = content.options.length > 0;
  const missing = missingLabel(waiting, more + leftOut, words.length > 0);
  if (spotlight !== undefined) return <Spotlight words={spotlight} />;
  return (
    <>
      {words.length === 0 ? (
        <>
          <OptionBars question={question} content={content} tally={tally} />
          <p class="open-text-unread" lang="en">
            {UNREAD}
          </p>
        </>
      ) : (
        <div class={`open-text-stage ${isGrouped ? 'open-text-stage-grouped' : ''}`} ref={box}>
          {isGrouped ? (
            <Groups content={content} tally={tally} />
          ) : (
            <List words={words} ranked={words} />
          )}
        </div>
      )}
      {/* There even when it is empty: the parts above it must not move when it comes. */}
      <p class="open-text-missing view-note" lang="en">
        {missing}
      </p>
    </>
  );
}

/** The options with a bar each, and beside it what was written with them. */
function Groups({ content, tally }: Pick<Props, 'content' | 'tally'>): ComponentChildren {
  const bars = barsOf(content, tally);
  const most = Math.max(...bars.map(({ count }) => count));
  return (
    <ol class="open-text-groups">
      {bars.map(({ label, count, choice }) => (
        <li key={label} class={`open-text-group ${count === most ? 'bar-leading' : ''}`}>
          <div class="open-text-option">
            <span class="view-label">
              <OwnText>{label}</OwnText>
            </span>
            <span class="bar-line">
              <span
                class={count === 0 ? 'bar-fill bar-fill-empty' : 'bar-fill'}
                style={{ width: `${(100 * count) / most}%` }}
              />
              <span class="bar-count">{count}</span>
            </span>
          </div>
          <List words={tally.words.filter((one) => one.choice === choice)} ranked={tally.words} />
        </li>
      ))}
    </ol>
  );
}

interface ListProps {
  readonly words: readonly Words[];
  /** All words of the stage, the most frequent first. */
  readonly ranked: readonly Words[];
}

function List({ words, ranked }: ListProps): ComponentChildren {
  const list = useRankMoves<HTMLUListElement>();
  if (words.length === 0) return null;
  return (
    <ul class="open-text-list" ref={list}>
      {words.map((one) => (
        <li key={one.text} data-rank={ranked.indexOf(one)}>
          <span style={{ fontSize: `${textSize(one.count)}em` }}>
            <OwnText>{one.text}</OwnText>
            {one.count > 1 && <span class="open-text-count"> {one.count}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
