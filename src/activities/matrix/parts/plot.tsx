import type { ComponentChildren, TargetedPointerEvent } from 'preact';
import { OwnText } from '../../../ui/own-text.tsx';
import type { Axis, MatrixContent } from '../content.ts';

interface Props {
  readonly content: MatrixContent;
  /** Marks within the square, in percent of it from the low ends of both axes. */
  readonly children?: ComponentChildren;
  onTap?(event: TargetedPointerEvent<HTMLElement>): void;
}

/**
 * The square between the two axes, with the names of its quadrants in the corners. Hidden from assistive
 * technology: its content is said beside it.
 */
export function Plot({ content, children, onTap }: Props): ComponentChildren {
  const { x, y, quadrants } = content;
  return (
    <div class="matrix-plot" aria-hidden="true">
      <Ends axis={y} look="matrix-y" />
      <div
        class={onTap === undefined ? 'matrix-frame' : 'matrix-frame matrix-tapped'}
        onPointerUp={onTap}
      >
        <Names names={quadrants.slice(0, 2)} />
        <div class="matrix-square">{children}</div>
        <Names names={quadrants.slice(2)} />
      </div>
      <Ends axis={x} look="matrix-x" />
    </div>
  );
}

/** The two names above or below the square; the numbers in it lie over none of them. */
function Names({ names }: { names: readonly string[] }): ComponentChildren {
  return (
    <div class="matrix-names">
      {names.map((name) => (
        <span key={name}>
          <OwnText>{name}</OwnText>
        </span>
      ))}
    </div>
  );
}

function Ends({ axis, look }: { axis: Axis; look: string }): ComponentChildren {
  return (
    <div class={`matrix-axis ${look}`}>
      <span>
        <OwnText>{axis.low}</OwnText>
      </span>
      <b>
        <OwnText>{axis.label}</OwnText>
      </b>
      <span>
        <OwnText>{axis.high}</OwnText>
      </span>
    </div>
  );
}
