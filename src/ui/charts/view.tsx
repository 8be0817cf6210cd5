import type { ComponentChildren } from 'preact';
import { useFitText } from '../use-fit-text.ts';
import './charts.css';

/** The number of text sizes in the style sheet. */
const SIZES = 8;

interface Props {
  /** The view, or a function of the number of items with a `data-rank` that are hidden for want of room. */
  readonly children: ComponentChildren | ((leftOut: number) => ComponentChildren);
}

/** The frame of a stage view. Where a slide gives its height, its text shrinks until all of it fits. */
export function View({ children }: Props): ComponentChildren {
  const { box, leftOut } = useFitText(SIZES);
  return (
    <div class="view">
      <div class="view-body" ref={box}>
        {typeof children === 'function' ? children(leftOut) : children}
      </div>
    </div>
  );
}
