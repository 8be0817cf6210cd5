import { useEffect, useState } from 'preact/hooks';
import { persistently } from '../../activities/views.ts';

/** Loads a module as soon as it is needed; null until then. */
export function useLazyModule<Module extends object>(
  needed: boolean,
  load: () => Promise<Module>,
): Module | null {
  const [loaded, setLoaded] = useState<Module | null>(null);
  useEffect(() => {
    if (needed) void persistently(load).then((module) => setLoaded(module));
  }, [needed]);
  return loaded;
}
