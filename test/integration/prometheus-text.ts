const NAME = '[a-z_:][a-z0-9_:]*';
const SAMPLE = new RegExp(`^(${NAME})(?:\\{([^}]*)\\})? (-?[0-9.e+-]+|\\+Inf|NaN)$`);
const LABEL = new RegExp(`^(${NAME})="([^"\\\\]*)"$`);

/**
 * Reads Prometheus' text format as strictly as it is written down, and throws at any
 * violation: a sample of no family, a duplicate, a histogram that does not add up.
 */
export class PrometheusText {
  readonly families = new Map<string, string>();
  readonly samples = new Map<string, number>();

  constructor(readonly text: string) {
    if (!text.endsWith('\n')) throw new Error('The last line has no end');
    const lines = text.slice(0, -1).split('\n');
    let family = '';
    for (const line of lines) {
      const [, kind, name = '', rest = ''] = /^# (HELP|TYPE) (\S+) (.+)$/.exec(line) ?? [];
      if (kind === 'HELP') {
        if (this.families.has(name)) throw new Error(`${name} appears twice`);
        family = name;
      } else if (kind === 'TYPE') {
        if (name !== family) throw new Error(`${name} has no help`);
        this.families.set(name, rest);
      } else {
        this.#addSample(line, family);
      }
    }
    for (const [name, type] of this.families) if (type === 'histogram') this.#checkHistogram(name);
  }

  /** The value of a sample, as `name{label="value"}`. */
  value(sample: string): number | undefined {
    return this.samples.get(sample);
  }

  #addSample(line: string, family: string): void {
    const [, name = '', labels = '', value = ''] = SAMPLE.exec(line) ?? [];
    const suffix = name.slice(family.length);
    const suffixes =
      this.families.get(family) === 'histogram' ? ['_bucket', '_sum', '_count'] : [''];
    if (!name.startsWith(family) || !suffixes.includes(suffix)) throw new Error(`Unread: ${line}`);
    if (labels !== '' && !labels.split(',').every((label) => LABEL.test(label))) {
      throw new Error(`Labels: ${line}`);
    }
    const key = line.slice(0, line.lastIndexOf(' '));
    if (this.samples.has(key)) throw new Error(`${key} appears twice`);
    this.samples.set(key, Number(value));
  }

  #checkHistogram(name: string): void {
    const buckets = [...this.samples].filter(([key]) => key.startsWith(`${name}_bucket{le=`));
    const counts = buckets.map(([, count]) => count);
    if (counts.some((count, place) => count < (counts[place - 1] ?? 0))) {
      throw new Error(`${name}: a bucket holds less than the one before`);
    }
    const [last] = buckets.at(-1) ?? [];
    if (last !== `${name}_bucket{le="+Inf"}`) throw new Error(`${name}: no +Inf`);
    if (counts.at(-1) !== this.value(`${name}_count`)) throw new Error(`${name} does not add up`);
  }
}
