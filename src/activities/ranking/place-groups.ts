/** More places than these are grouped by twos: in a room few people would share each. */
const MOST_SINGLE_PLACES = 4;

/** The groups of attendees by the place that they gave an option. */
export function placeGroups(options: number, top: number): string[] {
  const size = groupSize(top);
  const groups = Array.from({ length: Math.ceil(top / size) }, (_, group) => {
    const [first, last] = [group * size + 1, Math.min((group + 1) * size, top)];
    return first === last ? `Place ${first}` : `Places ${first} and ${last}`;
  });
  return top < options ? [...groups, 'Not placed'] : groups;
}

/** The group of a place, which counts from 0; -1 for an option that was not placed. */
export function groupOfPlace(place: number, top: number): number {
  const size = groupSize(top);
  return place === -1 ? Math.ceil(top / size) : Math.floor(place / size);
}

function groupSize(top: number): number {
  return top > MOST_SINGLE_PLACES ? 2 : 1;
}
