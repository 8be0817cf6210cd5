/**
 * A number of a table as the flow along an arc between two nodes: the sums of a table with margins are
 * the balances of a network (L. H. Cox, "Network models for complementary cell suppression", Journal of
 * the American Statistical Association 90, 1995, 1453–1462). Two nodes have one arc at most.
 */
export interface Arc {
  readonly from: number;
  readonly to: number;
  /** The number itself, a whole one. */
  readonly flow: number;
  /** The least and the most that it can be for a reader who is not told it. */
  readonly low: number;
  readonly high: number;
}

/** The numbers of a table as a network. */
export interface Network {
  readonly arcs: readonly Arc[];
  /** The steps that begin at each node. */
  readonly steps: readonly (readonly Step[])[];
}

/** A step from node to node, which changes the flow of an arc. */
interface Step {
  readonly arc: number;
  readonly by: 1 | -1;
  readonly from: number;
  readonly to: number;
}

/** A wish that the flow of one arc can change so much, up (`by` 1) or down (`by` -1). */
export interface Need {
  readonly arc: number;
  readonly by: 1 | -1;
  readonly size: number;
}

/** The price of changing an arc: 0 if it may change, `Infinity` if it may not. */
export type Price = (arc: number) => number;

/** The network of arcs between nodes that count from 0. */
export function networkOf(arcs: readonly Arc[]): Network {
  const nodes = Math.max(...arcs.map(({ from, to }) => Math.max(from, to))) + 1;
  const steps: Step[][] = Array.from({ length: nodes }, () => []);
  for (const [arc, { from, to }] of arcs.entries()) {
    steps[from]?.push({ arc, by: 1, from, to });
    steps[to]?.push({ arc, by: -1, from: to, to: from });
  }
  return { arcs, steps };
}

/**
 * The arcs that change with one arc to which all balances hold, along the cheapest ways first: a flow
 * between its nodes through the others. null where it cannot change so much.
 */
export function feasibleChange(
  { arcs, steps }: Network,
  { arc, by, size }: Need,
  price: Price,
): ReadonlySet<number> | null {
  const changed = arcs[arc];
  const used = new Set<number>();
  if (changed === undefined) return null;
  if (size > (by === 1 ? changed.high - changed.flow : changed.flow - changed.low)) return null;
  const [from, to] = by === 1 ? [changed.to, changed.from] : [changed.from, changed.to];
  const flows = arcs.map(({ flow }) => flow);
  for (let left = size; left > 0;) {
    const way = cheapestWay(steps, from, to, (step) => {
      if (step.arc === arc || spare(arcs, flows, step) === 0) return Infinity;
      return used.has(step.arc) ? 0 : price(step.arc);
    });
    if (way === null) return null;
    const moved = Math.min(left, ...way.map((step) => spare(arcs, flows, step)));
    for (const step of way) {
      flows[step.arc] = (flows[step.arc] ?? 0) + step.by * moved;
      used.add(step.arc);
    }
    left -= moved;
  }
  return used;
}

/** The amount by which a flow can still change in the direction of a step. */
function spare(arcs: readonly Arc[], flows: readonly number[], { arc, by }: Step): number {
  const [bounds, flow = 0] = [arcs[arc], flows[arc]];
  if (bounds === undefined) return 0;
  return by === 1 ? bounds.high - flow : flow - bounds.low;
}

/** The cheapest way between two nodes (Dijkstra); null without one. */
function cheapestWay(
  steps: Network['steps'],
  from: number,
  to: number,
  costOf: (step: Step) => number,
): Step[] | null {
  const costs = steps.map((_, node) => (node === from ? 0 : Infinity));
  const cameBy = new Map<number, Step>();
  const open = new Set(costs.keys());
  for (;;) {
    let [node, cost] = [-1, Infinity];
    for (const one of open) {
      const reached = costs[one] ?? Infinity;
      if (reached < cost) [node, cost] = [one, reached];
    }
    if (node === -1) return null;
    if (node === to) return wayTo(to, cameBy);
    open.delete(node);
    for (const step of steps[node] ?? []) {
      const reached = costs[step.to] ?? Infinity;
      // What is as cheap already needs no look at the step, which is most of the work.
      if (cost >= reached || !open.has(step.to)) continue;
      const sum = cost + costOf(step);
      if (sum >= reached) continue;
      costs[step.to] = sum;
      cameBy.set(step.to, step);
    }
  }
}

function wayTo(node: number, cameBy: ReadonlyMap<number, Step>): Step[] {
  const step = cameBy.get(node);
  return step === undefined ? [] : [...wayTo(step.from, cameBy), step];
}
