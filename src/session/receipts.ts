/** The proof that an answer was recorded. */
export interface Receipt {
  /** Made by the attendee's phone: two attendees may make the same one. */
  readonly id: string;
  /** The number of its fact. */
  readonly seq: number;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly at: number;
  /** The round of the question that it counts in. */
  readonly round: number;
}

/**
 * The receipts of a question by attendee: nearly all have one, and a hall has a hundred thousand of them. Of
 * several, by their ids.
 */
export type Receipts = Map<string, Receipt | Map<string, Receipt>>;

export function receiptOf(receipts: Receipts, attendee: string, id: string): Receipt | undefined {
  const known = receipts.get(attendee);
  if (known instanceof Map) return known.get(id);
  return known?.id === id ? known : undefined;
}

/** Keeps a receipt, in place of one with the same id. */
export function keepReceipt(receipts: Receipts, attendee: string, receipt: Receipt): void {
  const known = receipts.get(attendee);
  if (known instanceof Map) known.set(receipt.id, bare(receipt));
  else if (known === undefined || known.id === receipt.id) receipts.set(attendee, receipt);
  else receipts.set(attendee, new Map([known, receipt].map((one) => [one.id, bare(one)])));
}

/** All receipts, each with its attendee. */
export function* allReceipts(
  receipts: Receipts,
): Generator<readonly [attendee: string, receipt: Receipt], undefined> {
  for (const [attendee, known] of receipts) {
    if (!(known instanceof Map)) yield [attendee, known];
    else for (const receipt of known.values()) yield [attendee, receipt];
  }
}

/** The receipt alone: an answer that is its own receipt would be kept by it. */
function bare({ id, seq, at, round }: Receipt): Receipt {
  return { id, seq, at, round };
}
