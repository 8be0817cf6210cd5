import type { ComponentChildren } from 'preact';
import { OwnText } from '../ui/own-text.tsx';
import { Verb } from './verb.stage.tsx';
import type { ModerationWanted } from './moderation.ts';
import type { Merging } from './merging.stage.tsx';
import { rowName } from './row-name.ts';
import type { JoinedWords, ReviewedWords } from './shown.ts';

interface Props {
  readonly words: ReviewedWords;
  /** The option that it belongs to; empty for none. */
  readonly option: string;
  readonly control: ((control: ModerationWanted) => void) | undefined;
  readonly merging: Merging;
  readonly isPutAway: boolean;
  /** More verbs, or marks, of a text that the room reads. */
  readonly verbs?: ((key: string) => ComponentChildren) | undefined;
}

/** One text with the decisions that can be taken about it. */
export function ReviewRow({ words, option, control, merging, isPutAway, verbs }: Props) {
  const { key, text, count, held, joined = [] } = words;
  return (
    <li class="review-row" data-key={key} data-name={rowName(words)}>
      <div class="review-text">
        <p>
          <OwnText>{text}</OwnText>
          {count > 1 && <b class="review-count"> {count}</b>}
        </p>
        {option !== '' && (
          <p class="view-note">
            <OwnText>{option}</OwnText>
          </p>
        )}
        {held === true && (
          <p class="review-held" lang="en">
            Held back: on the list of rude words
          </p>
        )}
        {joined.map((one) => (
          <Joined key={one.key} words={one} control={control} />
        ))}
      </div>
      {control === undefined && words.approved && verbs?.(key)}
      {control !== undefined && <Verbs {...{ words, control, merging, isPutAway, verbs }} />}
    </li>
  );
}

interface JoinedProps {
  readonly words: JoinedWords;
  readonly control: Props['control'];
}

/** A text that was merged into the one above. */
function Joined({ words: { key, text, count }, control }: JoinedProps): ComponentChildren {
  return (
    <p class="review-joined view-note">
      <span lang="en">With: </span>
      <OwnText>{text}</OwnText> {count}
      {control !== undefined && (
        <Verb name="Take out" text={text} onPress={() => control({ unmerge: key })} isQuiet />
      )}
    </p>
  );
}

type VerbsProps = Pick<Props, 'words' | 'merging' | 'isPutAway' | 'verbs'> & {
  readonly control: NonNullable<Props['control']>;
};

function Verbs({ words, control, merging, isPutAway, verbs }: VerbsProps): ComponentChildren {
  const { key, choice, text, approved, byItself, spotlit } = words;
  if (merging.key !== null) return <Picking {...{ words, merging, isPutAway }} />;
  const putAway = (
    <Verb name="Put away" text={text} onPress={() => control({ 'put-away': key })} isQuiet />
  );
  return (
    <div class="review-verbs">
      {approved && verbs?.(key)}
      {!approved && <Verb name="Approve" text={text} onPress={() => control({ approve: key })} />}
      {approved && byItself !== true && (
        <Verb name="Remove from stage" text={text} onPress={() => control({ reject: key })} />
      )}
      {!isPutAway && (!approved || byItself === true) && putAway}
      {isPutAway && (
        <Verb name="Put back" text={text} onPress={() => control({ 'put-back': key })} isQuiet />
      )}
      {approved && (
        <Verb
          name="Spotlight"
          text={text}
          isQuiet
          isPressed={spotlit === true}
          onPress={() => control({ spotlight: spotlit === true ? null : key })}
        />
      )}
      {!isPutAway && (
        <Verb name="Merge" text={text} onPress={() => merging.begin(key, choice)} isQuiet />
      )}
    </div>
  );
}

/** The buttons of a row while another one is to be merged. */
function Picking({ words, merging, isPutAway }: Omit<VerbsProps, 'control'>): ComponentChildren {
  const { key, choice, text } = words;
  if (key === merging.key) {
    return (
      <div class="review-verbs">
        <p class="view-note" role="status" lang="en">
          Pick the text under which it goes on.
        </p>
        <Verb name="Cancel" text={text} onPress={merging.cancel} isQuiet />
      </div>
    );
  }
  if (isPutAway || choice !== merging.choice) return null;
  return (
    <div class="review-verbs">
      <Verb name="Merge into this" text={text} onPress={() => merging.into(key)} />
    </div>
  );
}
