/** One line of the table: a figure of Plenary's beside a reference's, taken in the same run. */
export interface Line {
  readonly what: string;
  readonly ours: string;
  readonly reference: string;
  /** Ours over the reference; where nothing is compared, our figure itself. */
  readonly ratio: number;
  readonly must: Limit;
  readonly aim: Limit | null;
}

/** `most`: no more than this is good; `least`: no less. */
export interface Limit {
  readonly is: 'most' | 'least';
  readonly value: number;
}

export const atMost = (value: number): Limit => ({ is: 'most', value });
export const atLeast = (value: number): Limit => ({ is: 'least', value });

function holds({ is, value }: Limit, measured: number): boolean {
  return is === 'most' ? measured <= value : measured >= value;
}

/** The table as Markdown, ready for docs/performance.md. */
export function table(lines: readonly Line[]): string {
  const head = ['what', 'Plenary', 'reference', 'ratio', 'must', 'aim', ''];
  const rows = lines.map((line) => [
    line.what,
    line.ours,
    line.reference,
    figure(line.ratio),
    limit(line.must),
    line.aim === null ? '' : limit(line.aim),
    verdict(line),
  ]);
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

export function verdict({ ratio, must, aim }: Line): 'aim' | 'must' | 'missed' {
  if (!holds(must, ratio)) return 'missed';
  return aim === null || holds(aim, ratio) ? 'aim' : 'must';
}

function limit({ is, value }: Limit): string {
  return `${is === 'most' ? '≤' : '≥'} ${figure(value)}`;
}

/** Three digits that count, and no more. */
export function figure(value: number): string {
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-GB');
  return String(Number(value.toPrecision(3)));
}
