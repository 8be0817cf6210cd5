import type { ComponentType } from 'preact';
import type { Json } from '../lib/json.ts';

/** Props of the view of a channel that the console shows at any time, as a line. */
export interface ConsoleViewProps<Shown = Json> {
  /** The tally for the presenter; null while there is none. */
  readonly tally: Shown | null;
  /** The latest moves of the slides: a slide's number, from 1, and since when it was shown. */
  readonly slides: readonly { readonly number: number; readonly at: number }[];
  /** The server's time now, in milliseconds since 1970-01-01 UTC. */
  now(): number;
}

const consoleViews = import.meta.glob('./*/*.console.tsx', {
  eager: true,
  import: 'default',
}) as Record<string, ComponentType<ConsoleViewProps>>;

/** The line of a channel on the console; undefined where its texts are shown instead. */
export function consoleView(type: string): ComponentType<ConsoleViewProps> | undefined {
  return consoleViews[`./${type}/${type}.console.tsx`];
}
