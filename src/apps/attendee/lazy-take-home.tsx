import type { TakeHomeProps } from './take-home/take-home.tsx';
import { useLazyModule } from './use-lazy-module.ts';

/**
 * What this attendee takes home. It is loaded when there is something to keep: nobody pays for it
 * on the way to the first question, and it is there when the network is gone.
 */
export function LazyTakeHome({ session, snapshot }: TakeHomeProps) {
  const needed =
    snapshot === null ||
    snapshot.ended ||
    snapshot.selfPaced ||
    location.hash !== '' ||
    Object.keys(session.own.value).length > 0;
  const loaded = useLazyModule(needed, () => import('./take-home/take-home.tsx'));
  return loaded && <loaded.TakeHomeLinkOrPage session={session} snapshot={snapshot} />;
}
