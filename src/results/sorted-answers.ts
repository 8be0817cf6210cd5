import type { Activity, Grouping } from '../activities/contract.ts';
import { activityType } from '../activities/registry.ts';
import type { Json } from '../lib/json.ts';
import { isAsked, type ActivityState, type SessionState } from '../session/state.ts';
import { numberClasses } from './number-classes.ts';

/** The attendees of a session in groups by their answers to one item of a question. */
export interface SortedAnswers {
  /** The item's name; empty where the question is its own only item. */
  readonly item: string;
  readonly groups: readonly string[];
  /** The fewest and the most groups that one attendee is in. */
  readonly each: readonly [fewest: number, most: number];
  /** The places of each attendee's groups; without those who left the item out. */
  readonly of: ReadonlyMap<string, readonly number[]>;
}

/** true where one attendee may be in several groups. */
export function isSeveral({ each }: SortedAnswers): boolean {
  return each[1] > 1;
}

/** The current questions that somebody was asked, in the order of the talk. */
export function askedQuestions(state: SessionState): ActivityState[] {
  return [...state.activities.values()].filter(isAsked);
}

/**
 * All ways to sort the attendees by a question: those of its type; where several groups may be chosen,
 * each of them by itself; and where something is right, by that. Types without groups count only who has
 * answered.
 */
export function sortedAnswers(question: ActivityState, state: SessionState): SortedAnswers[] {
  const { activity, answers } = question;
  const groupings = activityType(activity.type).groupings?.(activity.content);
  if (groupings === undefined) return [byAnswered(question, state)];
  const sorted = groupings.map((grouping) => sortedBy(grouping, question));
  const judged = [...answers].map(([attendee, { answer }]) => [
    attendee,
    verdict(activity, answer),
  ]);
  const right = new Map(judged.filter((one): one is [string, number[]] => one[1] !== null));
  return [
    ...sorted,
    ...sorted.flatMap(eachByItself),
    ...(right.size === 0
      ? []
      : [{ item: 'Right or wrong', groups: ['Right', 'Wrong'], each: ONE, of: right }]),
  ];
}

const ONE = [1, 1] as const;

function sortedBy(grouping: Grouping<Json>, { answers }: ActivityState): SortedAnswers {
  const { item } = grouping;
  if (grouping.by === 'group') {
    const all = [...answers].map(([id, { answer }]) => [id, grouping.of(answer)] as const);
    const of = new Map(all.filter(([, groups]) => groups.length > 0));
    return { item, groups: grouping.groups, each: grouping.each, of };
  }
  const numbers = [...answers].flatMap(([attendee, { answer }]) => {
    const value = grouping.of(answer);
    return value === null ? [] : [{ attendee, value }];
  });
  const classes = numberClasses(
    numbers.map(({ value }) => value),
    grouping.unit,
  );
  const of = new Map(numbers.map(({ attendee, value }) => [attendee, [classes.of(value)]]));
  return { item, groups: classes.names, each: ONE, of };
}

/** For each of several groups that may be chosen together: those who chose it, and those who did not. */
function eachByItself(sorted: SortedAnswers): SortedAnswers[] {
  if (!isSeveral(sorted)) return [];
  const { item, groups, of } = sorted;
  return groups.map((group, place) => ({
    item: item === '' ? group : `${item}: ${group}`,
    groups: ['Chosen', 'Not chosen'],
    each: ONE,
    of: new Map([...of].map(([attendee, chosen]) => [attendee, [chosen.includes(place) ? 0 : 1]])),
  }));
}

/** Everybody who has answered anything, by this question having their answer. */
function byAnswered({ answers }: ActivityState, state: SessionState): SortedAnswers {
  const people = [...state.activities.values()].flatMap((question) => [...question.answers.keys()]);
  const of = new Map(people.map((attendee) => [attendee, [answers.has(attendee) ? 0 : 1]]));
  return { item: '', groups: ['Answered', 'Not answered'], each: ONE, of };
}

function verdict({ type, content }: Activity, answer: Json): number[] | null {
  const isCorrect = activityType(type).isCorrect(content, answer);
  return isCorrect === null ? null : [isCorrect ? 0 : 1];
}
