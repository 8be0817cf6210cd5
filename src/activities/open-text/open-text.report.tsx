import type { ComponentChildren } from 'preact';
import { TextCounts } from '../../moderation/text-counts.report.tsx';
import { View } from '../../ui/charts/view.tsx';
import { OwnText } from '../../ui/own-text.tsx';
import type { StageViewProps } from '../views.ts';
import { barsOf } from './bars.ts';
import type { OpenTextContent } from './content.ts';
import { OptionBars } from './parts/option-bars.stage.tsx';
import type { OpenTextShown } from './tally.ts';

type Props = StageViewProps<OpenTextContent, OpenTextShown>;

/** The options as bars, and the approved texts by their options. */
export default function OpenTextReport({ question, content, tally }: Props): ComponentChildren {
  if (tally === null) return null;
  const { words, more } = tally;
  const parts = barsOf(content, tally).flatMap(({ label, choice }) => {
    const own = words.filter((one) => one.choice === choice);
    return own.length === 0 ? [] : [{ label, own }];
  });
  return (
    <View>
      <OptionBars question={question} content={content} tally={tally} />
      {parts.length === 0 && <TextCounts words={words} more={more} />}
      {parts.map(({ label, own }, place) => (
        <div key={label}>
          <h3>
            <OwnText>{label}</OwnText>
          </h3>
          <TextCounts words={own} more={place === parts.length - 1 ? more : 0} />
        </div>
      ))}
    </View>
  );
}
