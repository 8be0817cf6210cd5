import type { StageSlide, StageSnapshot } from '../session/views.ts';
import { OwnText } from '../ui/own-text.tsx';
import { formatCode } from '../ui/session-path.ts';
import { spotlitText } from './spotlit-channel.ts';
import './stage-cover.css';

type Covered = Pick<StageSnapshot, 'code' | 'joinShown' | 'closingShown' | 'channels'>;

/** The name of the cover over the slide on the stage; null where the slide is shown. */
export function coverOf(snapshot: Covered, slide: Pick<StageSlide, 'channel'> | undefined) {
  if (snapshot.closingShown) return 'closing slide';
  if (snapshot.joinShown) return 'join screen';
  return spotlitText(snapshot.channels, slide) === null ? null : 'a question from the room';
}

interface Props {
  readonly snapshot: Covered;
  /** The present slide. */
  readonly slide: StageSlide | undefined;
}

/** Covers the picture of the slide, as the stage covers the slide. */
export function StageCover({ snapshot, slide }: Props) {
  const cover = coverOf(snapshot, slide);
  if (cover === null) return null;
  return (
    <div class="stage-cover">
      {cover === 'closing slide' && (
        <p lang="en">The stage shows the closing slide: thanks, and the way to one’s own page.</p>
      )}
      {cover === 'join screen' && (
        <>
          <p lang="en">The stage shows how to join.</p>
          <p class="stage-cover-code">
            <span class="ltr">{formatCode(snapshot.code)}</span>
          </p>
        </>
      )}
      {cover === 'a question from the room' && (
        <>
          <p lang="en">The stage shows a question from the room:</p>
          <p>
            <OwnText>{spotlitText(snapshot.channels, slide) ?? ''}</OwnText>
          </p>
        </>
      )}
    </div>
  );
}
