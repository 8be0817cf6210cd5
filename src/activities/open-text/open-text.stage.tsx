import type { ComponentChildren } from 'preact';
import { View } from '../../ui/charts/view.tsx';
import type { StageViewProps } from '../views.ts';
import type { OpenTextShown } from './tally.ts';
import { Review } from '../../moderation/review.stage.tsx';
import { OptionBars } from './parts/option-bars.stage.tsx';
import { Stage } from './parts/responses.stage.tsx';
import { UNREAD } from './labels.ts';
import './open-text.stage.css';
import type { OpenTextContent } from './content.ts';
import { OwnText } from '../../ui/own-text.tsx';

type Props = StageViewProps<OpenTextContent, OpenTextShown>;

/** The approved texts; for the presenter, all of them. */
export default function OpenTextStage({
  question,
  content,
  tally,
  control,
}: Props): ComponentChildren {
  return (
    <View>
      {tally === null ? (
        <Prompt content={content} />
      ) : tally.audience === 'room' ? (
        <Stage question={question} content={content} tally={tally} />
      ) : (
        <Review texts={tally} options={content.options} control={control}>
          <OptionBars question={question} content={content} tally={tally} />
        </Review>
      )}
    </View>
  );
}

function Prompt({ content: { options } }: { content: OpenTextContent }): ComponentChildren {
  return (
    <>
      {options.length > 0 && (
        <>
          <p class="view-note" lang="en">
            Choose one, write your own, or both
          </p>
          <ul
            class={options.length > 5 ? 'open-text-asked open-text-asked-many' : 'open-text-asked'}
          >
            {options.map((option) => (
              <li key={option} class="view-label">
                <OwnText>{option}</OwnText>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="open-text-unread" lang="en">
        {UNREAD}
      </p>
    </>
  );
}
