import type { CrossedQuestion } from '../../results/cross-table.ts';

/** The items that are crossed, by the names that the server knows: `maturity:2`; null for one that is not chosen. */
export interface ChosenItems {
  readonly rows: string | null;
  readonly columns: string | null;
}

/** The name of a question's item, by its place from 0. */
export function itemName({ activity }: CrossedQuestion, place: number): string {
  return `${activity}:${place + 1}`;
}

/**
 * The items that an address asks for. Nothing is chosen without it: two questions of a deck, taken by their order,
 * mostly tell nothing of each other. null where nothing can be crossed.
 */
export function chosenItems(
  questions: readonly CrossedQuestion[],
  search: string,
): ChosenItems | null {
  const all = questions.flatMap((question) =>
    question.items.map((_, place) => itemName(question, place)),
  );
  if (all.length < 2) return null;
  const given = new URLSearchParams(search);
  // A question without a place is its first item, as in the HTTP interface.
  const known = (name: string | null): string | null =>
    all.find((one) => one === name || one === `${name}:1`) ?? null;
  const [rows, columns] = [known(given.get('rows')), known(given.get('columns'))];
  return { rows, columns: columns === rows ? null : columns };
}

/** Puts the items into the page's address, in place of those before. */
export function putItemsInAddress(items: ChosenItems): void {
  const query = new URLSearchParams();
  for (const [name, item] of Object.entries(items)) if (item !== null) query.set(name, item);
  history.replaceState(history.state, '', `${location.pathname}?${query.toString()}`);
}
