import type { CrossedQuestion } from '../../results/cross-table.ts';

/** The items that are crossed, by the names that the server knows: `maturity:2`. */
export interface ChosenItems {
  readonly rows: string;
  readonly columns: string;
}

/** The name of a question's item, by its place from 0. */
export function itemName({ activity }: CrossedQuestion, place: number): string {
  return `${activity}:${place + 1}`;
}

/** The items that an address asks for; else the first ones of two questions. null where nothing can be crossed. */
export function chosenItems(
  questions: readonly CrossedQuestion[],
  search: string,
): ChosenItems | null {
  const all = questions.flatMap((question) =>
    question.items.map((_, place) => itemName(question, place)),
  );
  const [first, second] = [...questions.map((question) => itemName(question, 0)), ...all.slice(1)];
  if (first === undefined || second === undefined) return null;
  const given = new URLSearchParams(search);
  // A question without a place is its first item, as in the HTTP interface.
  const known = (name: string | null): string | undefined =>
    all.find((one) => one === name || one === `${name}:1`);
  const rows = known(given.get('rows')) ?? first;
  const columns = known(given.get('columns')) ?? second;
  return { rows, columns: columns === rows ? (rows === second ? first : second) : columns };
}

/** Puts the items into the page's address, in place of those before. */
export function putItemsInAddress({ rows, columns }: ChosenItems): void {
  const query = new URLSearchParams({ rows, columns }).toString();
  history.replaceState(history.state, '', `${location.pathname}?${query}`);
}
