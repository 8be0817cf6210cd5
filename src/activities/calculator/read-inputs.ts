import { isRecord } from '../../lib/json.ts';
import { rangeProblem } from '../../lib/number-range.ts';
import type { FencePath, FenceReader } from '../fence-reader.ts';
import type { CalculatorInput } from './content.ts';

const MOST_INPUTS = 5;
const KEYS = ['label', 'unit', 'from', 'to', 'start', 'step'];

/** `inputs:` with a label, a range and a start each; every mistake is reported. */
export function readInputs(fence: FenceReader, taken: string): CalculatorInput[] {
  const inputs = fence
    .list('inputs', 1, MOST_INPUTS)
    .map((written, index) => readInput(fence, ['inputs', index], written));
  const labels = inputs.map(({ label }) => label);
  fence.distinctAt(['inputs'], labels);
  if (labels.includes(taken)) {
    const path = ['inputs', labels.indexOf(taken), 'label'];
    fence.problem(path, `"${taken}" names the result: call the input something else`);
  }
  return inputs;
}

function readInput(fence: FenceReader, path: FencePath, written: unknown): CalculatorInput {
  const input = fence.mappingAt(path, written, KEYS);
  if (!isRecord(written)) return { label: '', unit: '', from: 0, to: 1, start: 0, step: 1 };
  const { step } = input;
  const before = fence.problems.length;
  const number = (key: string): number => fence.numberAt([...path, key], input[key]);
  const read = {
    label: fence.textAt([...path, 'label'], input['label']),
    unit: fence.optionalTextAt([...path, 'unit'], input['unit']),
    from: number('from'),
    to: number('to'),
    start: number('start'),
    step: step === undefined ? 1 : number('step'),
  };
  if (fence.problems.length > before) return read;
  const problem = rangeProblem(read);
  if (problem !== null) {
    fence.problem([...path, problem.key], problem.message);
  } else if (read.start < read.from || read.start > read.to) {
    fence.problem([...path, 'start'], '"start" must lie between "from" and "to"');
  }
  return read;
}

/** The number by which the product of the inputs is multiplied. */
export function readFactor(fence: FenceReader): number {
  const factor = fence.number('factor', 1);
  if (fence.raw('factor') === 0) {
    fence.problem(['factor'], '"factor" must not be 0, or every result is');
  }
  return factor;
}
