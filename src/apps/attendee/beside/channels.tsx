import { useEffect, useState } from 'preact/hooks';
import { channelView, type ChannelDelivery } from '../../../activities/channel-views.ts';
import type { AnswerState, AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import type { Json } from '../../../lib/json.ts';
import type { AttendeeSnapshot, ChannelOutline } from '../../../session/views.ts';
import { askUntilHeard } from './ask-until-heard.ts';

interface Props {
  readonly session: AttendeeSession;
  readonly snapshot: AttendeeSnapshot;
}

/** The channels that take something now. */
export function Channels({ session, snapshot }: Props) {
  const { channels = [], slide, ended } = snapshot;
  const tallies = useTallies(session);
  if (ended) return null;
  return channels
    .filter(({ open }) => open)
    .map((channel) => (
      <Channel
        key={`${channel.id}/${channel.round}`}
        session={session}
        channel={channel}
        tally={tallies[channel.id] ?? null}
        isOnStage={slide?.channel === channel.id}
      />
    ));
}

interface ChannelProps {
  readonly session: AttendeeSession;
  readonly channel: ChannelOutline;
  readonly tally: Json | null;
  readonly isOnStage: boolean;
}

function Channel({ session, channel, tally, isOnStage }: ChannelProps) {
  const follow = useFollowing(session, channel.id);
  const View = channelView(channel.id);
  if (View === undefined) return null;
  const state = session.answerTo(channel);
  const offset = session.clockOffset.value;
  return (
    <View
      content={channel.content}
      answer={state.is === 'none' ? null : state.answer}
      delivery={deliveryOf(state)}
      recorded={session.own.value[channel.id]?.answer ?? null}
      answeredAt={session.own.value[channel.id]?.receipt.at ?? null}
      now={() => performance.now() + offset}
      tally={tally}
      isOnStage={isOnStage}
      draft={session.draftOf(channel)}
      keepDraft={(draft) => session.keepDraft(channel, draft)}
      give={(answer) => session.give(channel, answer)}
      follow={follow}
    />
  );
}

function deliveryOf(state: AnswerState): ChannelDelivery {
  if (state.is !== 'delayed' && state.is !== 'refused') return { is: state.is };
  return { is: state.is, reason: state.error.message };
}

/** The room's tallies of the channels that the page follows, by their names. */
function useTallies(session: AttendeeSession): Readonly<Record<string, Json>> {
  const [tallies, setTallies] = useState<Readonly<Record<string, Json>>>({});
  useEffect(() => {
    session.connection.on('channel:changed', ({ id, tally }) => {
      setTallies((before) => ({ ...before, [id]: tally }));
    });
  }, [session]);
  return tallies;
}

/** Follows the tally of a channel as long as its view asks for that. */
function useFollowing(session: AttendeeSession, channel: string): (on: boolean) => void {
  const [following, follow] = useState<boolean | null>(null);
  const online = session.status.value.is === 'online';
  useEffect(() => {
    if (!online || following === null) return;
    return askUntilHeard(session, 'channel:follow', { channel, on: following });
  }, [session, online, channel, following]);
  return follow;
}
