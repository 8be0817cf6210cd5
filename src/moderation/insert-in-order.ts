/** Inserts an item into a list in order, in place, which keeps its first `most`. */
export function insertInOrder<Item>(
  list: Item[],
  item: Item,
  most: number,
  inOrder: (one: Item, other: Item) => number,
): void {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = list[middle];
    if (other !== undefined && inOrder(item, other) >= 0) from = middle + 1;
    else to = middle;
  }
  if (from >= most) return;
  list.splice(from, 0, item);
  if (list.length > most) list.pop();
}
