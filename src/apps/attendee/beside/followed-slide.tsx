import { useLayoutEffect, useRef } from 'preact/hooks';
import { accentClass } from '../../../lib/accents.ts';
import { drawSlideText } from '../slide-text.ts';
import type { Followed } from './use-followed-slide.ts';

interface Props {
  readonly followed: Followed;
  readonly lang: string;
  /** true where the slide shows a channel, which is below it on the phone. */
  readonly hasChannel: boolean;
}

/** The slide on the stage as text to read on a phone, which the attendee can fold. */
export function FollowedSlide({ followed, lang, hasChannel }: Props) {
  const { slide, unfolded, unfold } = followed;
  return (
    <details
      class={`followed ${accentClass(slide?.accent)}`}
      open={unfolded}
      onToggle={(event) => {
        if (event.currentTarget.open !== unfolded) unfold(event.currentTarget.open);
      }}
    >
      <summary lang="en">{unfolded ? <h1>On the screen now</h1> : 'On the screen now'}</summary>
      {unfolded && slide !== null && (
        <SlideText title={slide.title} html={slide.html} lang={lang} />
      )}
      {!hasChannel && (
        <p class="followed-note" lang="en">
          Questions appear here when they open.
        </p>
      )}
    </details>
  );
}

function SlideText({ title, html, lang }: { title: string; html: string; lang: string }) {
  const section = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (section.current !== null) drawSlideText(section.current, { title, html });
  }, [title, html]);
  return <section class="slide-text" ref={section} lang={lang} />;
}
