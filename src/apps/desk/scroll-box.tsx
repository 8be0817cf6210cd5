import type { ComponentChildren } from 'preact';

interface Props {
  /** The id of its heading. */
  readonly heading: string;
  readonly children: ComponentChildren;
}

/** A box in which a wide table scrolls by itself, by keyboard too. */
export function ScrollBox({ heading, children }: Props) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div class="cross-box" tabIndex={0} role="region" aria-labelledby={heading}>
      {children}
    </div>
  );
}
