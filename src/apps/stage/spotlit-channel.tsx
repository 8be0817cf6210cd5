import { spotlitChannel } from '../../presenting/spotlit-channel.ts';
import { StageView } from '../../presenting/stage-view.tsx';
import type { StageSlide, StageSnapshot } from '../../session/views.ts';
import './spotlit-channel.css';

interface Props {
  readonly snapshot: StageSnapshot;
  /** The slide on the stage; undefined while something else is. */
  readonly slide: StageSlide | undefined;
}

/** A text of a channel that the presenter shows large, over the slide; the channel's own slide shows it itself. */
export function SpotlitChannel({ snapshot, slide }: Props) {
  const channel = spotlitChannel(snapshot.channels, slide);
  if (channel === undefined) return null;
  const { type, question, content, tally } = channel;
  return (
    <section class="spotlit-channel" aria-label={question} aria-live="polite">
      <h2 lang="en">{question}</h2>
      <StageView {...{ type, question, content, tally }} correctAnswer={null} />
    </section>
  );
}
