import { placeAt } from './timeline.ts';

interface Timed {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
}

/** The part of an address that names a moment by the seconds since the first: "#t=754"; '' for the first. */
export function addressOf(moments: readonly Timed[], place: number): string {
  const [first, moment] = [moments[0], moments[place]];
  if (first === undefined || moment === undefined || place === 0) return '';
  return `#t=${Math.ceil((moment.at - first.at) / 1000)}`;
}

/** The place of the moment that an address names: the last one up to its seconds; 0 where it names none. */
export function placeIn(hash: string, moments: readonly Timed[]): number {
  const seconds = Number(/^#t=(\d+)$/.exec(hash)?.[1] ?? 0);
  const first = moments[0]?.at ?? 0;
  return placeAt(
    moments.map(({ at }) => at - first),
    seconds * 1000,
  );
}
