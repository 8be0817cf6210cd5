import { useEffect, useState } from 'preact/hooks';

/** Loads a module as soon as it is needed; null until then. `load` retries by itself. */
export function useLazyModule<Module extends object>(
  needed: boolean,
  load: () => Promise<Module>,
): Module | null {
  const [loaded, setLoaded] = useState<Module | null>(null);
  useEffect(() => {
    if (needed) void load().then((module) => setLoaded(module));
  }, [needed]);
  return loaded;
}
