import { isRecord } from './json.ts';

/**
 * The difference between two values of JSON, itself JSON. One of three forms: the new value; the changes
 * by key (by index in lists of the same length) and the keys that are gone; a part of a list that is
 * replaced by another.
 */
export type JsonChange =
  | { readonly is: unknown }
  | { readonly in: Readonly<Record<string, JsonChange>>; readonly gone?: readonly string[] }
  | { readonly from: number; readonly cut: number; readonly put: readonly unknown[] };

/** The change that makes `after` of `before`, two values of JSON; null where they are equal. */
export function changeOf(before: unknown, after: unknown): JsonChange | null {
  if (before === after) return null;
  if (Array.isArray(before) && Array.isArray(after)) return changeOfLists(before, after);
  if (!isRecord(before) || !isRecord(after)) return { is: after };
  const changes = changesIn(Object.keys(after), (key) =>
    Object.hasOwn(before, key) ? changeOf(before[key], after[key]) : { is: after[key] },
  );
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  if (gone.length > 0) return { in: changes ?? {}, gone };
  return changes === null ? null : { in: changes };
}

function changeOfLists(before: readonly unknown[], after: readonly unknown[]): JsonChange | null {
  if (before.length === after.length) {
    const places = [...after.keys()].map(String);
    const changes = changesIn(places, (place) =>
      changeOf(before[Number(place)], after[Number(place)]),
    );
    return changes === null ? null : { in: changes };
  }
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && isEqual(before[from], after[from])) from += 1;
  let end = 0;
  while (end < shorter - from && isEqual(before.at(-1 - end), after.at(-1 - end))) end += 1;
  const put = after.slice(from, after.length - end);
  return { from, cut: before.length - end - from, put };
}

function isEqual(one: unknown, other: unknown): boolean {
  return changeOf(one, other) === null;
}

function changesIn(
  keys: readonly string[],
  changeAt: (key: string) => JsonChange | null,
): Readonly<Record<string, JsonChange>> | null {
  const changes = keys.flatMap((key) => {
    const change = changeAt(key);
    return change === null ? [] : [[key, change] as const];
  });
  return changes.length === 0 ? null : Object.fromEntries(changes);
}

/** The value after a change. Shares with `before` all that has not changed, and leaves that as it is. */
export function applyChange(before: unknown, change: JsonChange): unknown {
  if ('is' in change) return change.is;
  if ('put' in change) {
    const list: readonly unknown[] = Array.isArray(before) ? before : [];
    const { from, cut, put } = change;
    return [...list.slice(0, from), ...put, ...list.slice(from + cut)];
  }
  const changes = Object.entries(change.in);
  if (Array.isArray(before)) {
    const list: unknown[] = before.slice();
    for (const [place, one] of changes) list[Number(place)] = applyChange(list[Number(place)], one);
    return list;
  }
  const members = new Map(isRecord(before) ? Object.entries(before) : []);
  for (const key of change.gone ?? []) members.delete(key);
  for (const [key, one] of changes) members.set(key, applyChange(members.get(key), one));
  return Object.fromEntries(members);
}
