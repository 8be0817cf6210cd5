import { activityType } from '../activities/registry.ts';
import { nearestWord } from '../lib/nearest-word.ts';
import type { DraftInFile } from './check-questions.ts';
import type { ProblemList } from './problems.ts';

/** Checks that every `go`, of a slide or of an option, names a slide of the deck. */
export function checkWays(slides: readonly DraftInFile[], problems: ProblemList): void {
  const ids = slides.flatMap(({ draft }) => draft.attributes['id'] ?? []);
  for (const { draft, file } of slides) {
    const { found, go, line } = draft;
    const report = (id: string, at: number): void => {
      if (id === '' || ids.includes(id)) return;
      const meant = nearestWord(id, ids);
      const hint = meant === null ? `Give one the option "id: ${id}"` : `Did you mean "${meant}"?`;
      problems.of(file).error(at, `No slide of this deck has the id "${id}". ${hint}`);
    };
    report(go, line);
    if (found === null) continue;
    const { type, content } = found.activity;
    for (const id of activityType(type).ways?.to(content) ?? []) report(id, found.line);
  }
}
