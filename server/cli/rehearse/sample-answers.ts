import type {
  CalculatorAnswer,
  CalculatorContent,
} from '../../../src/activities/calculator/calculator.ts';
import type { GuessAnswer, GuessAsked } from '../../../src/activities/guess/guess.ts';
import type { MatchContent } from '../../../src/activities/match/content.ts';
import type { MatchAnswer } from '../../../src/activities/match/match.ts';
import type {
  OpenTextAnswer,
  OpenTextContent,
} from '../../../src/activities/open-text/open-text.ts';
import type { PollAnswer, PollContent } from '../../../src/activities/poll/poll.ts';
import type { QuizAnswer, QuizAsked } from '../../../src/activities/quiz/quiz.ts';
import type { Rating, RatingAnswer, RatingContent } from '../../../src/activities/rating/rating.ts';
import { exact } from '../../../src/lib/format-number.ts';
import type { Json } from '../../../src/lib/json.ts';
import type { ActivityView } from '../../../src/session/views.ts';

/**
 * What the nth voter says, by way of asking, where the room only needs to have answered: a spread of
 * what can be said. A new way of asking has its line here.
 */
const ways: Readonly<Record<string, (content: Json, voter: number) => Json>> = {
  // Sound: the content is of the type that names the line.
  calculator: (content, voter) => answerCalculator(content as CalculatorContent, voter),
  guess: (content, voter) => answerGuess(content as GuessAsked, voter),
  match: (content, voter) => answerMatch(content as MatchContent, voter),
  'open-text': (content, voter) => answerOpenText(content as OpenTextContent, voter),
  poll: (content, voter) => answerPoll(content as PollContent, voter),
  quiz: (content, voter) => answerQuiz(content as QuizAsked, voter),
  rating: (content, voter) => answerRating(content as RatingContent, voter),
};

/** What the nth voter says to a question, whatever its type. */
export function answerTo(
  { type, content }: Pick<ActivityView, 'type' | 'content'>,
  voter: number,
): Json {
  const way = ways[type];
  if (way === undefined)
    throw new Error(`server/cli/rehearse/sample-answers.ts does not say how to answer a ${type}`);
  return way(content, voter);
}

function answerCalculator({ inputs }: CalculatorContent, voter: number): CalculatorAnswer {
  return {
    values: inputs.map(({ start, step, to }, place) =>
      Math.min(exact(start + voter * (place + 1) * step), to),
    ),
  };
}

function answerGuess({ from, to, step }: GuessAsked, voter: number): GuessAnswer {
  const steps = Math.floor((to - from) / step);
  return { guess: exact(from + step * ((3 + 7 * voter) % (steps + 1))) };
}

/** Every second voter is of one mind, and comes to a clear match where the options allow one. */
function answerMatch({ questions }: MatchContent, voter: number): MatchAnswer {
  const drift = voter % 2;
  return {
    choices: questions.map(({ options }, place) => (voter + drift * place) % options.length),
  };
}

const texts = [
  'Approvals take longer than building',
  'Nobody owns the tests',
  'One person can deploy, and she is on holiday',
  'We find out from customers that a model has gone stale, weeks after it has',
];

function answerOpenText({ options, longest }: OpenTextContent, voter: number): OpenTextAnswer {
  return {
    choice: options.length === 0 ? null : voter % options.length,
    text: (texts[voter % texts.length] ?? '').slice(0, longest),
  };
}

function answerPoll({ options, min, other }: PollContent, voter: number): PollAnswer {
  if (other && min === 1 && voter % 6 === 5) return { choices: [], other: 'None of these' };
  const first = voter % (options.length - min + 1);
  return { choices: Array.from({ length: min }, (_, place) => first + place), other: null };
}

function answerQuiz({ options }: QuizAsked, voter: number): QuizAnswer {
  return { choices: [voter % options.length] };
}

/** Some rows stand lower than others, and now and then somebody can't say. */
function answerRating(
  { rows, from, levels, cannotSay }: RatingContent,
  voter: number,
): RatingAnswer {
  const ratings = rows.map((_, row): Rating => {
    if (cannotSay && voter % 7 === 6 && row === 1) return 'cannot-say';
    return from + Math.max(0, ((2 * voter + row) % levels.length) - (row % 3));
  });
  return { ratings };
}
