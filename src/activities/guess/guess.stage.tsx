import type { ComponentChildren } from 'preact';
import { formatDistance, formatRange } from '../../lib/format-number.ts';
import { formatSpread } from '../../lib/spread-words.ts';
import { histogramOverRange } from '../../lib/histogram.ts';
import { formatAnswerCount } from '../../ui/format-answer-count.ts';
import { binRows } from '../../ui/charts/bin-rows.ts';
import { DataTable } from '../../ui/charts/data-table.tsx';
import { Hero } from '../../ui/charts/hero.tsx';
import { Histogram } from '../../ui/charts/histogram.tsx';
import { View } from '../../ui/charts/view.tsx';
import type { StageViewProps } from '../views.ts';
import type { GuessPrompt, GuessShown, GuessCorrectAnswer } from './guess.ts';
import { readableSpread } from './labels.ts';
import './guess.stage.css';
import { OwnText } from '../../ui/own-text.tsx';

type Props = StageViewProps<GuessPrompt, GuessShown, GuessCorrectAnswer>;

/** The scale; once revealed, the spread of the guesses, and in it the correct answer. */
export default function GuessStage({
  question,
  content,
  tally,
  correctAnswer,
}: Props): ComponentChildren {
  return (
    <View>
      {tally === null && correctAnswer === null && (
        <p class="guess-range-asked" lang="en">
          Guess a number from {formatRange(content.from, content.to, content.unit)}
        </p>
      )}
      <div class="hero-and-chart">
        {correctAnswer !== null && (
          <Answer content={content} tally={tally} correctAnswer={correctAnswer} />
        )}
        <Guesses content={content} tally={tally} correctAnswer={correctAnswer} />
      </div>
      {tally !== null && <Data question={question} content={content} tally={tally} />}
    </View>
  );
}

function Guesses({ content, tally, correctAnswer }: Omit<Props, 'question'>): ComponentChildren {
  return (
    <Histogram
      histogram={tally?.histogram ?? histogramOverRange(new Map(), content)}
      unit={content.unit}
      spread={tally === null ? null : readableSpread(tally.spread, content)}
      line={correctAnswer === null ? null : { value: correctAnswer.answer, label: 'Answer' }}
    />
  );
}

interface AnswerProps {
  readonly content: GuessPrompt;
  readonly tally: GuessShown;
  readonly correctAnswer: GuessCorrectAnswer;
}

function Answer({ content: { unit }, tally, correctAnswer }: AnswerProps): ComponentChildren {
  return (
    <div class="hero-side">
      <Hero label="Correct answer" value={correctAnswer.answer} unit={unit} />
      <div class="hero-words">
        <cite class="guess-source view-label">
          <OwnText>{correctAnswer.source}</OwnText>
        </cite>
        {correctAnswer.explain !== '' && (
          <p class="view-label">
            <OwnText>{correctAnswer.explain}</OwnText>
          </p>
        )}
        {tally !== null && (
          <dl class="guess-within" lang="en">
            {tally.within.map(({ distance, guesses }) => (
              <div key={distance}>
                <dt>Within {formatDistance(distance, unit)}</dt>
                <dd>
                  <b>{guesses}</b> of {tally.guesses}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </div>
  );
}

interface DataProps {
  readonly question: string;
  readonly content: GuessPrompt;
  readonly tally: NonNullable<GuessShown>;
}

function Data({ question, content, tally }: DataProps): ComponentChildren {
  const { unit } = content;
  const middle = formatSpread(readableSpread(tally.spread, content), unit);
  return (
    <DataTable
      caption={`${question} (${formatAnswerCount(tally.guesses)}; ${middle})`}
      columns={['Guess', 'Attendees']}
      rows={binRows(tally.histogram, unit, content)}
    />
  );
}
