import type { ComponentChildren } from 'preact';
import { distanceInWords, rangeInWords, withUnit } from '../../lib/format-number.ts';
import { histogramOverRange } from '../../lib/histogram.ts';
import { answersInWords } from '../../ui/format-answer-count.ts';
import { binRows } from '../../ui/charts/bin-rows.ts';
import { DataTable } from '../../ui/charts/data-table.tsx';
import { Hero } from '../../ui/charts/hero.tsx';
import { Histogram } from '../../ui/charts/histogram.tsx';
import type { StageViewProps } from '../views.ts';
import type { GuessAsked, GuessShown, GuessSolution } from './guess.ts';
import { readableSpread } from './labels.ts';
import '../../ui/charts/charts.css';
import './guess.stage.css';

type Props = StageViewProps<GuessAsked, GuessShown, GuessSolution>;

/** The scale to guess on; the spread of the guesses, once revealed; the answer in it, once solved. */
export default function GuessStage({
  question,
  content,
  tally,
  solution,
}: Props): ComponentChildren {
  return (
    <div class="view">
      <div class="view-body">
        {tally === null && solution === null && (
          <p class="guess-range-asked" lang="en">
            Guess a number from {rangeInWords(content.from, content.to, content.unit)}
          </p>
        )}
        <div class="hero-and-chart">
          {solution !== null && <Answer content={content} tally={tally} solution={solution} />}
          <Guesses content={content} tally={tally} solution={solution} />
        </div>
        {tally !== null && <Data question={question} content={content} tally={tally} />}
      </div>
    </div>
  );
}

function Guesses({ content, tally, solution }: Omit<Props, 'question'>): ComponentChildren {
  return (
    <Histogram
      histogram={tally?.histogram ?? histogramOverRange(new Map(), content)}
      unit={content.unit}
      spread={tally === null ? null : readableSpread(tally.spread, content)}
      line={solution === null ? null : { value: solution.answer, label: 'Answer' }}
    />
  );
}

interface AnswerProps {
  readonly content: GuessAsked;
  readonly tally: GuessShown;
  readonly solution: GuessSolution;
}

function Answer({ content: { unit }, tally, solution }: AnswerProps): ComponentChildren {
  return (
    <div class="hero-side">
      <Hero label="The answer" value={solution.answer} unit={unit} />
      <div class="hero-words">
        <cite class="guess-source">{solution.source}</cite>
        {solution.explain !== '' && <p>{solution.explain}</p>}
        {tally !== null && (
          <dl class="guess-within" lang="en">
            {tally.within.map(({ distance, guesses }) => (
              <div key={distance}>
                <dt>Within {distanceInWords(distance, unit)}</dt>
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
  readonly content: GuessAsked;
  readonly tally: NonNullable<GuessShown>;
}

function Data({ question, content, tally }: DataProps): ComponentChildren {
  const { unit } = content;
  const { median, lowerQuartile, upperQuartile } = readableSpread(tally.spread, content);
  const half = rangeInWords(lowerQuartile, upperQuartile, unit);
  return (
    <DataTable
      caption={`${question} (${answersInWords(tally.guesses)}; median ${withUnit(median, unit)}, middle half ${half})`}
      columns={['Guess', 'Voters']}
      rows={binRows(tally.histogram, unit)}
    />
  );
}
