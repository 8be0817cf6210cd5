import type { ComponentChildren } from 'preact';
import { useFitText } from '../use-fit-text.ts';
import './charts.css';

/** The number of text sizes in the style sheet. */
const SIZES = 8;

/** The frame of a stage view. Where a slide gives its height, its text shrinks until all of it fits. */
export function View({ children }: { children: ComponentChildren }): ComponentChildren {
  const { box } = useFitText(SIZES);
  return (
    <div class="view">
      <div class="view-body" ref={box}>
        {children}
      </div>
    </div>
  );
}
