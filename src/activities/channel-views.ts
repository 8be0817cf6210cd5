import type { ComponentType } from 'preact';
import type { Json } from '../lib/json.ts';

/** Props of the view in which an attendee uses a channel. */
export interface ChannelViewProps<Content = Json, Answer = Json, Shown = Json> {
  readonly content: Content;
  /** All that this attendee has given to the channel, recorded or still on its way; null for nothing. */
  readonly answer: Answer | null;
  /** The part of that which the server has recorded; null for nothing. */
  readonly recorded: Answer | null;
  /** The state of its delivery; a refusal or a delay with its reason. */
  readonly delivery: ChannelDelivery;
  /** The time of the latest recorded answer, in milliseconds since 1970-01-01 UTC; null for none. */
  readonly answeredAt: number | null;
  /** The server's time now. */
  now(): number;
  /** The room's tally; null until it has come. */
  readonly tally: Shown | null;
  /** true while the slide on the stage shows the channel. */
  readonly isOnStage: boolean;
  /** The unsent draft; null where there is none. */
  readonly draft: Json | null;
  keepDraft(draft: Json | null): void;
  /** Replaces all that this attendee has given. */
  give(answer: Answer): void;
  /** Asks for the tally, with all changes to come, or no more. */
  follow(on: boolean): void;
}

export type ChannelDelivery =
  | { readonly is: 'none' | 'sending' | 'kept' | 'recorded' }
  | { readonly is: 'delayed' | 'refused'; readonly reason: string };

/** The views of the channels on phones, by their paths. */
const channelViews = import.meta.glob('./*/*.channel.tsx', {
  eager: true,
  import: 'default',
}) as Record<string, ComponentType<ChannelViewProps>>;

/** The view of the channel of this name; undefined where there is none. */
export function channelView(name: string): ComponentType<ChannelViewProps> | undefined {
  return channelViews[`./${name}/${name}.channel.tsx`];
}
