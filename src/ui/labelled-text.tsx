import type { ComponentChildren } from 'preact';

interface Props {
  /** The screen's own words, such as "Next slide:". */
  readonly label: string;
  /** Texts of the deck. */
  readonly children: ComponentChildren;
}

/** A label of the screen and the deck's texts behind it, in one line that runs as the label does. */
export function LabelledText({ label, children }: Props): ComponentChildren {
  return (
    <span class="ltr">
      <span lang="en">{label}</span> {children}
    </span>
  );
}
