import type { ComponentChildren } from 'preact';
import { capitalised } from '../../lib/capitalised.ts';
import { formatNumber } from '../../lib/format-number.ts';
import { formatHalf, formatSpread } from '../../lib/spread-words.ts';
import { formatAnswerCount } from '../../ui/format-answer-count.ts';
import { binRows } from '../../ui/charts/bin-rows.ts';
import { DataTable } from '../../ui/charts/data-table.tsx';
import { Hero } from '../../ui/charts/hero.tsx';
import { Histogram } from '../../ui/charts/histogram.tsx';
import { View } from '../../ui/charts/view.tsx';
import type { StageViewProps } from '../views.ts';
import type { CalculatorShown } from './calculator.ts';
import './calculator.stage.css';
import type { CalculatorContent } from './content.ts';
import { OwnText } from '../../ui/own-text.tsx';

type Props = StageViewProps<CalculatorContent, CalculatorShown>;

/** The room's results; while they are hidden, the formula. */
export default function CalculatorStage({ question, content, tally }: Props): ComponentChildren {
  return (
    <View>
      {tally === null ? (
        <Formula content={content} />
      ) : (
        <Results question={question} content={content} tally={tally} />
      )}
    </View>
  );
}

function Formula({ content }: { content: CalculatorContent }): ComponentChildren {
  const { inputs, factor, unit } = content;
  return (
    <ol class="calculator-formula" style={{ '--lines': inputs.length + 2 }}>
      {inputs.map((input, index) => (
        <Line key={input.label} sign={index === 0 ? '' : '×'}>
          <OwnText>{input.label}</OwnText>
          {input.unit !== '' && <span class="view-note">, {input.unit}</span>}
        </Line>
      ))}
      {factor !== 1 && <Line sign="×">{formatNumber(factor)}</Line>}
      <Line sign="=">{unit}</Line>
    </ol>
  );
}

function Line({
  sign,
  children,
}: {
  sign: string;
  children: ComponentChildren;
}): ComponentChildren {
  return (
    <li class={sign === '=' ? 'calculator-line calculator-equals' : 'calculator-line'}>
      <span class="calculator-sign">{sign}</span>
      <span class="view-label">{children}</span>
    </li>
  );
}

interface ResultsProps {
  readonly question: string;
  readonly content: CalculatorContent;
  readonly tally: NonNullable<CalculatorShown>;
}

function Results({ question, content: { unit }, tally }: ResultsProps): ComponentChildren {
  const { histogram, spread, answers } = tally;
  return (
    <>
      <div class="hero-and-chart">
        <div class="hero-side" lang="en">
          <Hero label="The room’s middle answer" value={spread.median} unit={unit} />
          <div class="hero-words">
            <p class="view-label">{capitalised(formatHalf(spread, unit))}</p>
            {histogram.scale === 'log' && (
              <p class="view-note">Each column covers about twice the range of the one before.</p>
            )}
          </div>
        </div>
        <Histogram histogram={histogram} unit={unit} spread={spread} line={null} />
      </div>
      <DataTable
        caption={`${question} (${formatAnswerCount(answers)}; ${formatSpread(spread, unit)})`}
        columns={['Result', 'Attendees']}
        rows={binRows(histogram, unit)}
      />
    </>
  );
}
