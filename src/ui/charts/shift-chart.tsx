import type { ComponentChildren } from 'preact';
import type { ItemShift, Shift } from '../../lib/shift.ts';
import { OwnText } from '../own-text.tsx';
import { DataTable } from './data-table.tsx';
import { IntervalAxis } from './interval-rows.tsx';
import {
  changeLabel,
  differenceLabel,
  intervalLabel,
  largestMove,
  measureLabel,
  placeOf,
  valueLabel,
} from './shift-labels.ts';
import { View } from './view.tsx';
import './shift-chart.css';

interface Props {
  readonly question: string;
  readonly shift: Shift;
}

/** The change between two askings of a question: for each item a line from before to now. */
export function ShiftChart({ question, shift }: Props): ComponentChildren {
  const { items, scale } = shift;
  return (
    <View>
      <p class="view-note shift-measure" lang="en">
        <span>{measureLabel(shift)}</span> <span class="shift-key shift-key-before">Before</span>{' '}
        <span class="shift-key shift-key-now">Now</span> <span>{changeLabel(shift)}</span>
      </p>
      <ol class="interval-rows shift-rows" style={{ '--rows': items.length }} aria-hidden="true">
        {items.map((one) => (
          <Row key={one.item} shift={shift} shown={one} />
        ))}
        <IntervalAxis order={0}>
          <span class="ltr">{valueLabel(shift, scale[0])}</span>
          <span class="ltr">{valueLabel(shift, scale[1])}</span>
        </IntervalAxis>
      </ol>
      <LargestMove shift={shift} />
      <DataTable
        caption={`${question} (before and now: ${shift.unit})`}
        columns={['Item', 'People', ...CHANGE_COLUMNS]}
        rows={items.map((one) => [one.item, ...cells(shift, one)])}
      />
    </View>
  );
}

function Row({ shift, shown }: { shift: Shift; shown: ItemShift }): ComponentChildren {
  const { item, change } = shown;
  return (
    <li class="interval-row">
      <span class="interval-name view-label">{item !== '' && <OwnText>{item}</OwnText>}</span>
      {change === null ? (
        <span class="view-note" lang="en">
          Too few
        </span>
      ) : (
        <>
          <Track from={placeOf(shift, change.before)} to={placeOf(shift, change.after)} />
          <span class="shift-figures ltr">
            {valueLabel(shift, change.before)} → <b>{valueLabel(shift, change.after)}</b>
          </span>
          <span class="shift-change ltr" lang="en">
            <b>{differenceLabel(shift, change.after - change.before)}</b>
            {change.interval !== null && (
              <span class="view-note"> {intervalLabel(shift, change)}</span>
            )}
          </span>
        </>
      )}
    </li>
  );
}

/** A line from the value before to the value now, both in percent of the scale. */
function Track({ from, to }: { from: number; to: number }): ComponentChildren {
  const [start, end] = [Math.min(from, to), Math.max(from, to)];
  return (
    <span class="interval-track shift-track">
      <span
        class="shift-line"
        style={{ insetInlineStart: `${start}%`, width: `${end - start}%` }}
      />
      <span class="shift-dot shift-dot-before" style={{ insetInlineStart: `${from}%` }} />
      <span class="shift-dot shift-dot-now" style={{ insetInlineStart: `${to}%` }} />
    </span>
  );
}

function LargestMove({ shift }: { shift: Shift }): ComponentChildren {
  if (shift.movesHidden) {
    return (
      <p class="view-note shift-moves" lang="en">
        Who moved where is not shown: some groups are too small.
      </p>
    );
  }
  if (shift.moves === null) return null;
  const move = largestMove(shift);
  return (
    <p class="view-note shift-moves" lang="en">
      {move === null ? (
        'Nobody changed their choice.'
      ) : (
        <>
          {move.changed} of {shift.pairs} changed their choice, {move.most} of them from “
          <OwnText>{move.from}</OwnText>” to “<OwnText>{move.to}</OwnText>”.
        </>
      )}
    </p>
  );
}

const CHANGE_COLUMNS = ['Before', 'Now', 'Change', '95% interval', 'Up', 'Same', 'Down'];

function cells(shift: Shift, { change }: ItemShift): (string | number)[] {
  if (change === null) return ['Too few', ...CHANGE_COLUMNS.map(() => '')];
  const { before, after, pairs, moved } = change;
  return [
    pairs ?? '',
    valueLabel(shift, before),
    valueLabel(shift, after),
    differenceLabel(shift, after - before),
    intervalLabel(shift, change),
    ...(moved === null ? ['', '', ''] : [moved.rose, moved.same, moved.fell]),
  ];
}
