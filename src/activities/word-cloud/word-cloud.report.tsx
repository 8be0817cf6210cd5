import type { ComponentChildren } from 'preact';
import { TextCounts } from '../../moderation/text-counts.report.tsx';
import { View } from '../../ui/charts/view.tsx';
import type { StageViewProps } from '../views.ts';
import type { WordCloudContent, WordCloudShown } from './content.ts';

type Props = StageViewProps<WordCloudContent, WordCloudShown>;

/** The room's words as a list: the places of a cloud's words are found in a browser. */
export default function WordCloudReport({ tally }: Props): ComponentChildren {
  if (tally === null) return null;
  return (
    <View>
      <TextCounts words={tally.words} more={tally.more} />
    </View>
  );
}
