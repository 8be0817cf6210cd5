import type { ComponentChildren } from 'preact';
import { OwnText } from '../../../ui/own-text.tsx';
import type { CompareContent, CompareShown } from '../content.ts';
import { chanceLabel, CHANCE, headline } from '../labels.ts';
import { placedOptions } from '../order.ts';

interface Props {
  readonly content: CompareContent;
  readonly tally: NonNullable<CompareShown>;
}

/** The room's order, with the chance of each option to win. */
export function Room({ content, tally }: Props): ComponentChildren {
  return (
    <div class="compare-room">
      <p class="choice-note" lang="en">
        The room’s answers: {tally.answers}
      </p>
      <p lang="en">{headline(content, tally)}</p>
      <ul class="entries">
        {placedOptions(tally).map((option) => (
          <li key={option}>
            <span class="entry">
              <OwnText>{content.options[option] ?? ''}</OwnText>
            </span>
            <span class="compare-chance">{chanceLabel(tally.options[option]?.chance ?? 0)}</span>
          </li>
        ))}
      </ul>
      <p class="choice-note" lang="en">
        {CHANCE}
      </p>
    </div>
  );
}
