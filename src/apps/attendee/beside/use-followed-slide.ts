import { useEffect, useMemo, useState } from 'preact/hooks';
import type { AttendeeSession } from '../../../client/sessions/attendee-session.ts';
import { deviceStorage } from '../../../client/device/storage.ts';
import type { FollowedSlide } from '../../../session/views.ts';
import { askUntilHeard } from './ask-until-heard.ts';

/** For all sessions: who has little data to spend has little tomorrow as well. */
const FOLDED_KEY = 'plenary:slides-folded';

/** The present slide, and whether this attendee wants to see it. */
export interface Followed {
  /** null where phones may show none. */
  readonly slide: FollowedSlide | null;
  readonly unfolded: boolean;
  /** Unfolds or folds the slide; nothing more of it is sent while it is folded. */
  unfold(unfolded: boolean): void;
}

/** Follows the slides, from the server's first answer on, as long as the slide is unfolded. */
export function useFollowedSlide(session: AttendeeSession): Followed {
  const storage = useMemo(deviceStorage, []);
  const [unfolded, setUnfolded] = useState(() => storage.read(FOLDED_KEY) === null);
  const [slide, setSlide] = useState<FollowedSlide | null>(null);
  const online = session.status.value.is === 'online';
  useEffect(() => {
    session.connection.on('slide:followed', (message) => setSlide(message.slide));
  }, [session]);
  useEffect(() => {
    if (!online) return;
    return askUntilHeard(session, 'slide:follow', { on: unfolded });
  }, [session, online, unfolded]);
  return {
    slide,
    unfolded,
    unfold(wanted) {
      if (wanted) storage.remove(FOLDED_KEY);
      else storage.write(FOLDED_KEY, 'yes');
      setUnfolded(wanted);
    },
  };
}
