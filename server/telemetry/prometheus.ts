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

/** Every value is a word of our own: there is nothing to escape. */
function braced(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
}

/** How often something happened. */
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
 * How often each of several things happened. They are all known beforehand: whoever could make
 * labels without end could fill the memory of whoever keeps them. What is not among them is `other`.
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

/** What is so at the moment of asking. */
export class Gauge implements Family {
  readonly type = 'gauge';

  constructor(
    readonly name: string,
    readonly help: string,
    readonly samples: () => readonly Sample[],
  ) {}
}

/** How large something was each time it happened, counted up to each of `bounds`, rising. */
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
