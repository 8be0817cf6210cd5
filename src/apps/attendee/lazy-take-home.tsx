import type { TakeHomeProps } from './take-home/take-home.tsx';
import { persistently } from '../../activities/views.ts';
import { useLazyModule } from '../../ui/use-lazy-module.ts';

/**
 * The take-home page, in a chunk of its own. It is loaded as soon as there is something to keep, so
 * that it does not delay the first question and is there when the network is gone.
 */
export function LazyTakeHome({ session, snapshot }: TakeHomeProps) {
  const needed =
    snapshot === null ||
    snapshot.ended ||
    snapshot.selfPaced ||
    location.hash !== '' ||
    Object.keys(session.own.value).length > 0;
  const loaded = useLazyModule(needed, () =>
    persistently(() => import('./take-home/take-home.tsx')),
  );
  return loaded && <loaded.TakeHomeLinkOrPage session={session} snapshot={snapshot} />;
}
