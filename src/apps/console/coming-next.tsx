import { slideAt } from '../../deck/navigation.ts';
import { stepOn } from '../../presenting/next-action.ts';
import { shownOn } from '../../presenting/shown-on.ts';
import { SlidePreview } from '../../presenting/slide-preview.tsx';
import type { ConsoleDeck, ConsoleSnapshot } from '../../session/views.ts';
import { OwnText } from '../../ui/own-text.tsx';
import { slideName } from '../../presenting/slide-name.ts';

interface Props {
  readonly deck: ConsoleDeck;
  readonly snapshot: ConsoleSnapshot;
  /** The present slide's index in the deck. */
  readonly index: number;
}

/** The next step of the slide, or the slide after it: what the stage shows once this one is done. */
export function ComingNext({ deck, snapshot, index }: Props) {
  const { slide, fragment, words } = comingNext(deck, snapshot, index);
  const activity = shownOn(slide, snapshot);
  return (
    <section class="next" aria-label="Coming next">
      {slide !== undefined && (
        // Screen readers skip the preview: its title is in the heading.
        <div class="next-picture" inert>
          <SlidePreview
            {...{ slide, fragment, activity }}
            mode={snapshot.mode}
            theme={deck.theme}
          />
        </div>
      )}
      <div class="next-words">
        <h2 class="caption" lang="en">
          {words}
        </h2>
        {slide !== undefined && (
          <p class="next-title">
            <OwnText>{slideName(slide, snapshot)}</OwnText>
          </p>
        )}
      </div>
    </section>
  );
}

function comingNext(deck: ConsoleDeck, snapshot: ConsoleSnapshot, index: number) {
  const here = deck.slides[index];
  if (snapshot.closingShown) {
    return { slide: here, fragment: snapshot.position.f, words: 'Back: this slide' };
  }
  const step = stepOn(deck, snapshot);
  if (step.does === 'show-closing') {
    return { slide: undefined, fragment: -1, words: 'Next: the closing slide' };
  }
  if (here !== undefined && step.does === 'leave-join') {
    return { slide: here, fragment: step.to.f, words: 'Next: this slide' };
  }
  if (here !== undefined && step.does === 'build') {
    const words = `Next: step ${step.to.f + 1} of ${here.fragments}`;
    return { slide: here, fragment: step.to.f, words };
  }
  const [way, ...others] = (step.does === 'act' && step.activity.waysSoFar) || [];
  if (way !== undefined) {
    const isTied = others.some(({ people }) => people === way.people);
    const words = `Next slide if it closed now${isTied ? ': tied' : ''}`;
    return { slide: slideAt(deck, way.to), fragment: -1, words };
  }
  const next = step.does === 'go-on' ? slideAt(deck, step.to) : deck.slides[index + 1];
  const words = next === undefined ? 'This is the last slide' : 'Next slide';
  return { slide: next, fragment: -1, words };
}
