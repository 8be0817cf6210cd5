/** The first `most` items in an order: a look at each item, and few moves where few are among the first. */
export function firstInOrder<Item>(
  items: Iterable<Item>,
  most: number,
  inOrder: (one: Item, other: Item) => number,
): Item[] {
  const first: Item[] = [];
  for (const item of items) {
    const last = first.at(-1);
    if (first.length === most && (last === undefined || inOrder(item, last) >= 0)) continue;
    first.splice(placeIn(first, item, inOrder), 0, item);
    if (first.length > most) first.pop();
  }
  return first;
}

function placeIn<Item>(
  sorted: readonly Item[],
  item: Item,
  inOrder: (one: Item, other: Item) => number,
): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = sorted[middle];
    if (other !== undefined && inOrder(item, other) >= 0) from = middle + 1;
    else to = middle;
  }
  return from;
}
