import type { ComponentChildren } from 'preact';
import { Review } from '../../moderation/review.stage.tsx';
import { View } from '../../ui/charts/view.tsx';
import type { StageViewProps } from '../views.ts';
import type { WordCloudContent, WordCloudShown } from './content.ts';
import { mostWords, noWords } from './labels.ts';
import { Words } from './parts/words.stage.tsx';
import './word-cloud.stage.css';

type Props = StageViewProps<WordCloudContent, WordCloudShown>;

/** The room's words as a cloud; for the presenter, all of them as a list. */
export default function WordCloudStage(props: Props): ComponentChildren {
  const { question, content, tally, control } = props;
  return (
    <View>
      {tally === null ? (
        <>
          <p class="view-note" lang="en">
            {mostWords(content.words)}
          </p>
          <p class="word-cloud-none" lang="en">
            {noWords(content.approve)}
          </p>
        </>
      ) : tally.audience === 'room' ? (
        <Words question={question} content={content} tally={tally} />
      ) : (
        <Review texts={tally} control={control} />
      )}
    </View>
  );
}
