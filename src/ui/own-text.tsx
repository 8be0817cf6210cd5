import type { ComponentChildren } from 'preact';
import { hasRightToLeft } from '../lib/text-direction.ts';

/** A text of an author or an attendee, in its own direction and without effect on the words around it. */
export function OwnText({ children }: { children: string }): ComponentChildren {
  return <bdi class={hasRightToLeft(children) ? 'has-rtl' : undefined}>{children}</bdi>;
}
