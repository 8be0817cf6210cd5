import type { GuessAnswer, GuessPrompt } from '../../../src/activities/guess/guess.ts';
import type { MatchContent } from '../../../src/activities/match/content.ts';
import type { MatchAnswer } from '../../../src/activities/match/match.ts';

import type { PollAnswer, PollContent } from '../../../src/activities/poll/poll.ts';
import type { QuizAnswer, QuizPrompt } from '../../../src/activities/quiz/quiz.ts';

import { exact } from '../../../src/lib/format-number.ts';
import type { Json } from '../../../src/lib/json.ts';
import type { ActivityView } from '../../../src/session/views.ts';
import type {
  CalculatorAnswer,
  CalculatorContent,
} from '../../../src/activities/calculator/content.ts';
import type {
  Rating,
  RatingAnswer,
  RatingContent,
} from '../../../src/activities/rating/content.ts';
import type { OpenTextAnswer, OpenTextContent } from '../../../src/activities/open-text/content.ts';

/**
 * What the nth attendee says, by way of asking, where the room only needs to have answered: a spread of
 * what can be said. A new way of asking has its line here.
 */
const ways: Readonly<Record<string, (content: Json, attendee: number) => Json>> = {
  // Sound: the content is of the type that names the line.
  calculator: (content, attendee) => answerCalculator(content as CalculatorContent, attendee),
  guess: (content, attendee) => answerGuess(content as GuessPrompt, attendee),
  match: (content, attendee) => answerMatch(content as MatchContent, attendee),
  'open-text': (content, attendee) => answerOpenText(content as OpenTextContent, attendee),
  poll: (content, attendee) => answerPoll(content as PollContent, attendee),
  quiz: (content, attendee) => answerQuiz(content as QuizPrompt, attendee),
  rating: (content, attendee) => answerRating(content as RatingContent, attendee),
};

/** What the nth attendee says to a question, whatever its type. */
export function answerTo(
  { type, content }: Pick<ActivityView, 'type' | 'content'>,
  attendee: number,
): Json {
  const way = ways[type];
  if (way === undefined)
    throw new Error(`server/cli/rehearse/sample-answers.ts does not say how to answer a ${type}`);
  return way(content, attendee);
}

function answerCalculator({ inputs }: CalculatorContent, attendee: number): CalculatorAnswer {
  return {
    values: inputs.map(({ start, step, to }, place) =>
      Math.min(exact(start + attendee * (place + 1) * step), to),
    ),
  };
}

function answerGuess({ from, to, step }: GuessPrompt, attendee: number): GuessAnswer {
  const steps = Math.floor((to - from) / step);
  return { guess: exact(from + step * ((3 + 7 * attendee) % (steps + 1))) };
}

/** Every second attendee is of one mind, and comes to a clear match where the options allow one. */
function answerMatch({ questions }: MatchContent, attendee: number): MatchAnswer {
  const drift = attendee % 2;
  return {
    choices: questions.map(({ options }, place) => (attendee + drift * place) % options.length),
  };
}

const texts = [
  'Approvals take longer than building',
  'Nobody owns the tests',
  'One person can deploy, and she is on holiday',
  'We find out from customers that a model has gone stale, weeks after it has',
];

function answerOpenText({ options, longest }: OpenTextContent, attendee: number): OpenTextAnswer {
  return {
    choice: options.length === 0 ? null : attendee % options.length,
    text: (texts[attendee % texts.length] ?? '').slice(0, longest),
  };
}

function answerPoll({ options, min, other }: PollContent, attendee: number): PollAnswer {
  if (other && min === 1 && attendee % 6 === 5) return { choices: [], other: 'None of these' };
  const first = attendee % (options.length - min + 1);
  return { choices: Array.from({ length: min }, (_, place) => first + place), other: null };
}

function answerQuiz({ options }: QuizPrompt, attendee: number): QuizAnswer {
  return { choices: [attendee % options.length] };
}

/** Some rows stand lower than others, and now and then somebody can't say. */
function answerRating(
  { rows, from, levels, cannotSay }: RatingContent,
  attendee: number,
): RatingAnswer {
  const ratings = rows.map((_, row): Rating => {
    if (cannotSay && attendee % 7 === 6 && row === 1) return 'cannot-say';
    return from + Math.max(0, ((2 * attendee + row) % levels.length) - (row % 3));
  });
  return { ratings };
}
