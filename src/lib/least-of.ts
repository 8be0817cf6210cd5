/** The first `count` of some texts in their order, sorted; quicker than to sort them all. */
export function leastOf(texts: Iterable<string>, count: number): string[] {
  let kept: string[] = [];
  let limit: string | null = null;
  for (const text of texts) {
    if (limit !== null && text >= limit) continue;
    kept.push(text);
    if (kept.length < 2 * count) continue;
    kept = kept.sort().slice(0, count);
    limit = kept.at(-1) ?? null;
  }
  return kept.sort().slice(0, count);
}
