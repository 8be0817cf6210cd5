/** One number of a family; `labels` tell it from its siblings. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** All numbers of one name. */
export interface Family {
  readonly name: string;
  readonly help: string;
  readonly type: 'counter' | 'gauge' | 'histogram';
  samples(): readonly (Sample & { readonly suffix?: string })[];
}

/** Prometheus' text format, version 0.0.4. */
export const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/**
 * The families as Prometheus reads them.
 * See https://prometheus.io/docs/instrumenting/exposition_formats/
 */
export function exposition(families: readonly Family[]): string {
  return families
    .map((family) => {
      const { name, help, type } = family;
      const lines = family
        .samples()
        .map(
          ({ suffix = '', labels = {}, value }) => `${name}${suffix}${braced(labels)} ${value}\n`,
        );
      return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join('')}`;
    })
    .join('');
}

/** All labels are ours: there is nothing to escape. */
function braced(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

/** A count that only grows. */
export class Counter implements Family {
  readonly type = 'counter';
  #count = 0;

  constructor(
    readonly name: string,
    readonly help: string,
  ) {}

  add(): void {
    this.#count += 1;
  }

  samples(): Sample[] {
    return [{ value: this.#count }];
  }
}

/**
 * A count for each of several labels, which are all known beforehand: without an end of labels, a
 * client could fill the memory. Any other label counts as `other`.
 */
export class CounterBy implements Family {
  readonly type = 'counter';
  readonly #counts: Map<string, number>;

  constructor(
    readonly name: string,
    readonly help: string,
    readonly label: string,
    known: readonly string[],
  ) {
    this.#counts = new Map([...known, 'other'].map((value) => [value, 0]));
  }

  add(value: string): void {
    const known = this.#counts.has(value) ? value : 'other';
    this.#counts.set(known, (this.#counts.get(known) ?? 0) + 1);
  }

  samples(): Sample[] {
    return [...this.#counts].map(([value, count]) => ({
      labels: { [this.label]: value },
      value: count,
    }));
  }
}

/** Values at the moment when they are read. */
export class Gauge implements Family {
  readonly type = 'gauge';

  constructor(
    readonly name: string,
    readonly help: string,
    readonly samples: () => readonly Sample[],
  ) {}
}

/** The distribution of a value: observations up to each of the rising `bounds`. */
export class Histogram implements Family {
  readonly type = 'histogram';
  readonly #counts: number[];
  #count = 0;
  #sum = 0;

  constructor(
    readonly name: string,
    readonly help: string,
    readonly bounds: readonly number[],
  ) {
    this.#counts = bounds.map(() => 0);
  }

  observe(value: number): void {
    this.#count += 1;
    this.#sum += value;
    const place = this.bounds.findIndex((bound) => value <= bound);
    if (place >= 0) this.#counts[place] = (this.#counts[place] ?? 0) + 1;
  }

  samples(): (Sample & { suffix: string })[] {
    let upTo = 0;
    const buckets = this.bounds.map((bound, place) => {
      upTo += this.#counts[place] ?? 0;
      return { suffix: '_bucket', labels: { le: String(bound) }, value: upTo };
    });
    return [
      ...buckets,
      { suffix: '_bucket', labels: { le: '+Inf' }, value: this.#count },
      { suffix: '_sum', value: this.#sum },
      { suffix: '_count', value: this.#count },
    ];
  }
}
