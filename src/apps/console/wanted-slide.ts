import { gridNeighbour } from './grid-neighbour.ts';

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * The index of the slide that a key chooses in the overview's list; null for a key that chooses none.
 *
 * @param selected the index of the slide that is chosen
 */
export function wantedSlide(
  { key, ctrlKey, metaKey, altKey }: Key,
  selected: number | null,
  list: HTMLElement,
): number | null {
  if (ctrlKey || metaKey || altKey) return null;
  const shown = [...list.querySelectorAll<HTMLElement>('[role=option]:not([hidden])')];
  const place = shown.findIndex((option) => indexOf(option) === selected);
  const option = shown[placeAfter(key, place, shown) ?? -1];
  return option === undefined ? null : indexOf(option);
}

function placeAfter(key: string, place: number, shown: readonly HTMLElement[]): number | null {
  const towardsEnd = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return Math.max(0, Math.min(shown.length - 1, place + (key === towardsEnd ? 1 : -1)));
    case 'ArrowUp':
    case 'ArrowDown':
      return gridNeighbour(shown.map(placeOf), place, key === 'ArrowUp' ? -1 : 1);
    case 'Home':
      return 0;
    case 'End':
      return shown.length - 1;
    default:
      return null;
  }
}

function placeOf({ offsetLeft, offsetTop }: HTMLElement): { x: number; y: number } {
  return { x: offsetLeft, y: offsetTop };
}

function indexOf({ dataset }: HTMLElement): number {
  return Number(dataset['index']);
}
