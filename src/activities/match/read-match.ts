import { ACCENTS, isAccent } from '../../lib/accents.ts';
import { isRecord } from '../../lib/json.ts';
import { nearestWord } from '../../lib/nearest-word.ts';
import { isInteger } from '../../lib/number-range.ts';
import type { FencePath, FenceReader } from '../fence-reader.ts';
import type { MatchCase, MatchContent, MatchOption, MatchQuestion } from './content.ts';

const CASES = [2, 8] as const;
const QUESTIONS = [1, 12] as const;
const OPTIONS = [2, 8] as const;
const MOST_POINTS = 10;

/** The cases and questions of a fence, with every mistake noted at its place. */
export function readMatch(fence: FenceReader): MatchContent {
  const before = fence.problems.length;
  const cases = fence.list('cases', ...CASES).map((one, place) => readCase(fence, place, one));
  const names = cases.map(({ name }) => name);
  fence.distinctAt(['cases'], names);
  const questions = fence
    .list('questions', ...QUESTIONS)
    .map((question, place) => readQuestion(fence, place, question, names));
  fence.distinctAt(
    ['questions'],
    questions.map(({ ask }) => ask),
  );
  // A case that seems to get nothing may owe that to a name that is misspelt above.
  if (fence.problems.length === before) demandPoints(fence, names, questions);
  return { cases, questions };
}

function readCase(fence: FenceReader, place: number, written: unknown): MatchCase {
  const path = ['cases', place];
  const one = fence.mappingAt(path, written, ['name', 'accent', 'note']);
  const name = isRecord(written) ? fence.textAt([...path, 'name'], one['name']) : '';
  const accent = one['accent'] ?? (place % ACCENTS) + 1;
  if (!isAccent(accent)) {
    fence.problem([...path, 'accent'], `"accent" must be a whole number from 1 to ${ACCENTS}`);
  }
  return {
    name,
    accent: isAccent(accent) ? accent : 1,
    note: fence.optionalTextAt([...path, 'note'], one['note']),
  };
}

function readQuestion(
  fence: FenceReader,
  place: number,
  written: unknown,
  names: readonly string[],
): MatchQuestion {
  const path = ['questions', place];
  const question = fence.mappingAt(path, written, ['ask', 'options']);
  if (!isRecord(written)) return { ask: '', options: [] };
  const ask = fence.textAt([...path, 'ask'], question['ask']);
  const at = [...path, 'options'];
  const options = fence
    .listAt(at, question['options'], ...OPTIONS)
    .map((option, index) => readOption(fence, [...at, index], option, names));
  fence.distinctAt(
    at,
    options.map(({ text }) => text),
  );
  return { ask, options };
}

function readOption(
  fence: FenceReader,
  path: FencePath,
  written: unknown,
  names: readonly string[],
): MatchOption {
  const option = fence.mappingAt(path, written, ['text', 'points', 'warning']);
  if (!isRecord(written)) return { text: '', points: names.map(() => 0), warning: '' };
  return {
    text: fence.textAt([...path, 'text'], option['text']),
    points: readPoints(fence, [...path, 'points'], option['points'], names),
    warning: fence.optionalTextAt([...path, 'warning'], option['warning']),
  };
}

/** `{Netflix: 3}` as a number for each case. */
function readPoints(
  fence: FenceReader,
  path: FencePath,
  written: unknown,
  names: readonly string[],
): number[] {
  const points = names.map(() => 0);
  if (!isRecord(written)) {
    const example = `{${names[0] || 'Name'}: 1}`;
    fence.problem(path, `"points" must say how many points go to which case, as in ${example}`);
    return points;
  }
  for (const [name, given] of Object.entries(written)) {
    const place = names.indexOf(name);
    // A missing list of cases is reported once, and not for each name here.
    if (place === -1 && names.length === 0) continue;
    if (place === -1) fence.problem([...path, name], unknownCase(name, names));
    else if (isInteger(given, 0, MOST_POINTS)) points[place] = given;
    else {
      fence.problem(
        [...path, name],
        `The points of "${name}" must be a whole number from 0 to ${MOST_POINTS}`,
      );
    }
  }
  return points;
}

function unknownCase(name: string, names: readonly string[]): string {
  const meant = nearestWord(name, names);
  return meant === null
    ? `"${name}" is none of the cases; they are ${names.join(', ')}`
    : `"${name}" is none of the cases; did you mean "${meant}"?`;
}

function demandPoints(
  fence: FenceReader,
  names: readonly string[],
  questions: readonly MatchQuestion[],
): void {
  for (const [place, name] of names.entries()) {
    const given = questions.flatMap(({ options }) => options.map(({ points }) => points[place]));
    if (given.some((points) => points !== undefined && points > 0)) continue;
    fence.problem(
      ['cases', place],
      `No option gives points to "${name}", so nobody can match it: give it some, or leave it out`,
    );
  }
}
