import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { nextUnanswered } from '../../../lib/stepwise-answers.ts';
import { OptionButton } from '../../../ui/choice/option-button.tsx';
import { OwnText } from '../../../ui/own-text.tsx';
import { Overview, Paging, useFocusOnMove } from '../../../ui/paging/paging.tsx';
import { usePagePause, type PagePause } from '../../../ui/paging/use-page-pause.ts';
import type { PhoneViewProps } from '../../views.ts';
import type { CompareAnswer, CompareContent, CompareShown } from '../content.ts';
import type { Pair } from '../deal.ts';
import { choiceOf, withChoice, type Choice } from '../judging.ts';
import { SAME } from '../labels.ts';
import { JudgedPair } from './judged.phone.tsx';
import { Picture } from './picture.phone.tsx';

interface Props {
  readonly view: PhoneViewProps<CompareContent, CompareAnswer, CompareShown>;
  /** The pairs that this phone asks. */
  readonly pairs: readonly Pair[];
}

/** The pairs one after the other, and after the last a list of all, each with a button to change it. */
export function Judging({ view, pairs }: Props): ComponentChildren {
  const { content, answer, give } = view;
  const choices = pairs.map((pair) => choiceOf(answer, pair));
  const [place, setPlace] = useState(() => nextUnanswered(choices, -1));
  const [pause, beginPause] = usePagePause();
  const name = useId();
  const heading = useFocusOnMove<HTMLParagraphElement>(place);
  const pair = place === null ? undefined : pairs[place];
  if (place === null || pair === undefined) {
    return (
      <>
        <p class="page-heading" id={name} tabIndex={-1} ref={heading} lang="en">
          Your judgements
        </p>
        <Judgements labelledBy={name} {...{ content, pairs, choices }} onChange={setPlace} />
      </>
    );
  }
  const choose = (choice: number | 'same'): void => {
    give(withChoice(content, answer, pair, choice));
    const judged = choices.map((before, at) => (at === place ? choice : before));
    setPlace(nextUnanswered(judged, place));
    beginPause();
  };
  const last = place === pairs.length - 1;
  return (
    <>
      <p class="page-heading" id={name} tabIndex={-1} ref={heading}>
        <span class="choice-note" lang="en">
          Pair {place + 1} of {pairs.length}
        </span>
        <span class="visually-hidden">
          : <PairNames content={content} pair={pair} />
        </span>
      </p>
      {/* A new pair is a new set of buttons: none may keep the focus or the look of the last one. */}
      <PairButtons
        key={place}
        labelledBy={name}
        {...{ content, pair }}
        choice={choices[place] ?? null}
        pause={pause}
        onChoose={choose}
      />
      <Paging
        place={place}
        back="Previous pair"
        onwards={{
          to: last ? null : place + 1,
          name: last ? 'All pairs' : 'Next pair',
          quiet: true,
        }}
        onMove={setPlace}
      />
    </>
  );
}

interface PairProps {
  readonly content: CompareContent;
  readonly pair: Pair;
}

function PairNames({ content: { options }, pair: [one, other] }: PairProps): ComponentChildren {
  return (
    <>
      <OwnText>{options[one] ?? ''}</OwnText> <span lang="en">or</span>{' '}
      <OwnText>{options[other] ?? ''}</OwnText>
    </>
  );
}

interface PairButtonsProps extends PairProps {
  readonly labelledBy: string;
  readonly choice: Choice;
  readonly pause: PagePause;
  onChoose(choice: number | 'same'): void;
}

function PairButtons(props: PairButtonsProps): ComponentChildren {
  const { labelledBy, content, pair, choice, pause, onChoose } = props;
  return (
    <div
      role="group"
      aria-labelledby={labelledBy}
      {...pause}
      class={content.pictures.length > 0 ? 'compare-pair compare-pair-pictured' : 'compare-pair'}
    >
      {pair.map((option) => (
        <OptionButton
          key={option}
          look="option-framed compare-option"
          pressed={choice === option}
          onPress={() => onChoose(option)}
        >
          <Picture address={content.pictures[option]} />
          <OwnText>{content.options[option] ?? ''}</OwnText>
        </OptionButton>
      ))}
      <OptionButton
        look="option-framed compare-same"
        pressed={choice === 'same'}
        onPress={() => onChoose('same')}
      >
        <span lang="en">{SAME}</span>
      </OptionButton>
    </div>
  );
}

interface JudgementsProps {
  readonly labelledBy: string;
  readonly content: CompareContent;
  readonly pairs: readonly Pair[];
  /** One for each pair. */
  readonly choices: readonly Choice[];
  onChange(place: number): void;
}

function Judgements(props: JudgementsProps): ComponentChildren {
  const { labelledBy, content, pairs, choices, onChange } = props;
  const pages = pairs.map((pair, place) => {
    const choice = choices[place] ?? null;
    return {
      name: pair.map((option) => content.options[option] ?? '').join(' / '),
      answered: choice !== null,
      entry: <JudgedPair content={content} pair={pair} choice={choice} />,
    };
  });
  return <Overview labelledBy={labelledBy} pages={pages} answer="Judge" onChange={onChange} />;
}
