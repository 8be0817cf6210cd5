import type { ComponentChildren } from 'preact';
import { OwnText } from '../../../ui/own-text.tsx';
import type { CompareAnswer, CompareContent } from '../content.ts';
import type { Pair } from '../deal.ts';
import { chosen, given, type Choice } from '../judging.ts';
import { SAME } from '../labels.ts';

interface JudgedProps {
  readonly labelledBy: string;
  readonly content: CompareContent;
  readonly answer: CompareAnswer;
}

/** The judgements of an answer, which can no longer be changed. */
export function Judged({ labelledBy, content, answer }: JudgedProps): ComponentChildren {
  return (
    <ul class="entries" aria-labelledby={labelledBy}>
      {given(answer).map((judgement) => {
        const [one, other] = judgement;
        return (
          <li key={`${one}/${other}`}>
            <span class="entry">
              <JudgedPair content={content} pair={[one, other]} choice={chosen(judgement)} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

interface JudgedPairProps {
  readonly content: CompareContent;
  readonly pair: Pair;
  readonly choice: Choice;
}

/** A pair with its judgement: the chosen option, and the other one below it. */
export function JudgedPair({ content, pair, choice }: JudgedPairProps): ComponentChildren {
  const { options } = content;
  const text = (option: number): string => options[option] ?? '';
  if (typeof choice === 'number') {
    const other = pair[0] === choice ? pair[1] : pair[0];
    return (
      <>
        <span class="compare-chosen">
          <OwnText>{text(choice)}</OwnText>
        </span>{' '}
        <span class="choice-note">
          <span lang="en">rather than</span> <OwnText>{text(other)}</OwnText>
        </span>
      </>
    );
  }
  return (
    <>
      <span>
        <OwnText>{text(pair[0])}</OwnText> / <OwnText>{text(pair[1])}</OwnText>
      </span>{' '}
      <span class="choice-note" lang="en">
        {choice === 'same' ? SAME : 'Not judged yet'}
      </span>
    </>
  );
}
