import type { ComponentChildren } from 'preact';

/** A thin bar below a row, `percent` of its width. */
export function Bar({ percent }: { percent: number }): ComponentChildren {
  return (
    <span class="points-bar">
      <span style={{ width: `${percent}%` }} />
    </span>
  );
}
