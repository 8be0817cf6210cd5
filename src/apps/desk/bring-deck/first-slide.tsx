import 'reveal.js/reveal.css';
import '../../../ui/slides.css';
import { SlidePreview } from '../../../presenting/slide-preview.tsx';
import type { ImportReport } from '../../../protocol/imports.ts';

/** A picture of a deck's first slide, whole. */
export function FirstSlide({ first }: { first: NonNullable<ImportReport['first']> }) {
  const { slide, theme } = first;
  return (
    <div inert aria-hidden="true">
      <SlidePreview
        slide={slide}
        fragment={slide.fragments - 1}
        activity={null}
        mode={theme?.mode ?? 'light'}
        theme={theme}
      />
    </div>
  );
}
