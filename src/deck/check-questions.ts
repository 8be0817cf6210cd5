import type { Activity } from '../activities/contract.ts';
import { activityType } from '../activities/registry.ts';
import type { DraftSlide } from './compile-slide.ts';
import type { FoundActivity } from './activity-fence.ts';
import type { ProblemList } from './problems.ts';

export interface DraftInFile {
  readonly draft: DraftSlide;
  readonly file: string;
}

interface QuestionInFile extends FoundActivity {
  readonly file: string;
}

/** Checks the questions of a deck, each with the others. */
export function checkQuestions(slides: readonly DraftInFile[], problems: ProblemList): void {
  const questions = slides.flatMap(({ draft: { found }, file }): QuestionInFile[] =>
    found === null ? [] : [{ ...found, file }],
  );
  checkIds(questions, problems);
  const all = questions.map(({ activity }) => activity);
  for (const [index, question] of questions.entries()) {
    const { activity, line, file } = question;
    const earlier = all.slice(0, index);
    const mistakes = [
      startMistake(activity, all),
      optionsMistake(activity, earlier, all),
      againMistake(activity, all),
    ];
    for (const mistake of mistakes) if (mistake !== null) problems.of(file).error(line, mistake);
  }
}

function checkIds(questions: readonly QuestionInFile[], problems: ProblemList): void {
  const owners = new Map<string, QuestionInFile>();
  for (const question of questions) {
    const { activity, line, file } = question;
    if (activity.id === '') continue;
    const owner = owners.get(activity.id);
    if (owner === undefined) {
      owners.set(activity.id, question);
      continue;
    }
    const where = owner.file === file ? `line ${owner.line}` : `${owner.file}, line ${owner.line}`;
    const message = `The id "${activity.id}" belongs to another question already (${where})`;
    problems.of(file).error(line, message);
  }
}

/** A question that offers next steps needs one that suggests them. */
function startMistake({ type, content }: Activity, all: readonly Activity[]): string | null {
  const wanted = activityType(type).startsFrom?.(content) ?? null;
  if (wanted === null) return null;
  const found = all.find(({ id }) => id === wanted);
  if (found === undefined) return `There is no question "${wanted}" in this deck to start from`;
  if (activityType(found.type).nextSteps !== undefined) return null;
  return `The question "${wanted}" is a ${found.type}, which suggests no next steps`;
}

/** A question that asks an earlier one again needs that on a slide of the talk. */
function againMistake({ again }: Activity, all: readonly Activity[]): string | null {
  if (again === undefined || all.some(({ id }) => id === again)) return null;
  return `The question "${again}" is on a slide that is left out of the talk: it cannot be asked again`;
}

/** A question whose options the room writes needs an earlier one for which it does. */
function optionsMistake(
  { optionsFrom }: Activity,
  earlier: readonly Activity[],
  all: readonly Activity[],
): string | null {
  if (optionsFrom === undefined || optionsFrom.activity === '') return null;
  const wanted = optionsFrom.activity;
  const found = all.find(({ id }) => id === wanted);
  if (found === undefined)
    return `There is no question "${wanted}" in this deck to take options from`;
  if (activityType(found.type).roomTexts === undefined) {
    return `The question "${wanted}" is a ${found.type}, in which the room writes no texts`;
  }
  return earlier.includes(found)
    ? null
    : `The question "${wanted}" comes later: options are taken from an earlier question`;
}
