import type { ComponentChildren } from 'preact';

interface Props {
  readonly id: string;
  readonly title: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A part of the page that is folded until somebody wants it. On paper and in a file it is open. */
export function FoldedPart({ id, title, children }: Props) {
  return (
    <details class="take-home-folded" id={id}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {children}
    </details>
  );
}
