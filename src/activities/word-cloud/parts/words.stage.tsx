import type { ComponentChildren } from 'preact';
import { hasRightToLeft } from '../../../lib/text-direction.ts';
import { missingLabel } from '../../../moderation/labels.ts';
import { Spotlight } from '../../../moderation/spotlight.stage.tsx';
import { DataTable } from '../../../ui/charts/data-table.tsx';
import { formatAnswerCount } from '../../../ui/format-answer-count.ts';
import { OwnText } from '../../../ui/own-text.tsx';
import type { CloudShown, CloudWord, WordCloudContent } from '../content.ts';
import { noWords } from '../labels.ts';
import { useCloud, type PlacedWord } from './use-cloud.stage.tsx';

/** The words that are named with their numbers below the cloud. */
const NAMED = 3;

interface Props {
  readonly question: string;
  readonly content: WordCloudContent;
  readonly tally: CloudShown;
}

/** The words that the room reads: as a cloud, or as a list where that is too narrow. */
export function Words({ question, content, tally }: Props): ComponentChildren {
  const { words, answers, waiting, more, spotlight } = tally;
  if (spotlight !== undefined) {
    return <Spotlight words={{ ...spotlight, choice: null }} />;
  }
  if (words.length === 0) {
    return (
      <>
        <p class="word-cloud-none" lang="en">
          {noWords(content.approve)}
        </p>
        <Missing text={missingLabel(waiting, more, false)} />
      </>
    );
  }
  return (
    <>
      <Cloud words={words} waiting={waiting} more={more} />
      <ol class="word-cloud-list" aria-hidden="true">
        {words.map(({ text, count }) => (
          <li key={text}>
            <OwnText>{text}</OwnText> <b>{count}</b>
          </li>
        ))}
      </ol>
      <DataTable
        caption={`${question} (${formatAnswerCount(answers)})`}
        columns={['Word', 'Attendees']}
        rows={words.map(({ text, count }) => [text, count])}
      />
    </>
  );
}

function Missing({ text }: { text: string }): ComponentChildren {
  return (
    <p class="word-cloud-missing view-note" lang="en">
      {text}
    </p>
  );
}

type CloudProps = Pick<CloudShown, 'words' | 'waiting' | 'more'>;

function Cloud({ words, waiting, more }: CloudProps): ComponentChildren {
  const { box, cloud } = useCloud(words);
  const most = words[0]?.count;
  return (
    <>
      <div class="word-cloud-stage" ref={box} aria-hidden="true">
        <svg>
          {inOwnOrder(cloud?.words ?? []).map((word) => (
            <Word key={word.text} word={word} isLeading={word.count > 1 && word.count === most} />
          ))}
        </svg>
      </div>
      <div class="word-cloud-foot">
        <Named words={words} />
        <Missing text={missingLabel(waiting, more + (cloud?.leftOut ?? 0), true)} />
      </div>
    </>
  );
}

/** By the alphabet: a word that overtakes another would be drawn anew in another place. */
function inOwnOrder(words: readonly PlacedWord[]): PlacedWord[] {
  return [...words].sort((one, other) => (one.text < other.text ? -1 : 1));
}

function Word({ word, isLeading }: { word: PlacedWord; isLeading: boolean }): ComponentChildren {
  const { text, x, y, size } = word;
  return (
    <text
      class={isLeading ? 'word-cloud-word word-cloud-leading' : 'word-cloud-word'}
      style={{
        transform: `translate(${x}px, ${y}px)`,
        fontSize: `${size}px`,
        direction: hasRightToLeft(text) ? 'rtl' : 'ltr',
      }}
    >
      {text}
    </text>
  );
}

/** The most frequent words with their numbers, which sizes alone do not tell. */
function Named({ words }: { words: readonly CloudWord[] }): ComponentChildren {
  const named = words.slice(0, NAMED).filter(({ count }) => count > 1);
  return (
    <p class="word-cloud-named" aria-hidden="true">
      {named.map(({ text, count }) => (
        <span key={text}>
          <OwnText>{text}</OwnText> <b>{count}</b>
        </span>
      ))}
    </p>
  );
}
