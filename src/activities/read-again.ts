import type { FencePath, FenceProblem } from './fence-reader.ts';

/** A question as its fence writes it. */
export interface WrittenQuestion {
  readonly type: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** The letters of a value as its author wrote it; null where they are not known. */
  sourceOf(path: FencePath): string | null;
}

/** The options that a question may have besides those of the question that it asks again. */
const OWN = ['id', 'again', 'question', 'open', 'results', 'close-after', 'hide-below', 'points'];

/**
 * The question with the options of the earlier one that its `again` names; as it is where it names none,
 * or where something is wrong with that.
 */
export function withEarlier(
  question: WrittenQuestion,
  earlier: ReadonlyMap<string, WrittenQuestion>,
): { readonly question: WrittenQuestion; readonly problem: FenceProblem | null } {
  const { type, options } = question;
  const { again: written, ...others } = options;
  if (written === undefined) return { question, problem: null };
  const again = typeof written === 'string' ? written : JSON.stringify(written);
  const refuse = (path: FencePath, message: string) => ({
    question: { ...question, options: others },
    problem: { path, message },
  });
  const first = earlier.get(again);
  if (first === undefined) {
    return refuse(['again'], `There is no earlier question "${again}" to ask again`);
  }
  if (first.type !== type) {
    return refuse(
      ['again'],
      `"${again}" is a ${first.type}: ask it again as one, not as a ${type}`,
    );
  }
  const foreign = Object.keys(options).find((key) => !OWN.includes(key));
  if (foreign !== undefined) {
    const message = `"${foreign}" is that of "${again}": a question that is asked again has only ${OWN.join(', ')}`;
    return refuse([foreign], message);
  }
  const sourceOf = (path: FencePath): string | null =>
    (Object.hasOwn(options, path[0] ?? '') ? question : first).sourceOf(path);
  return { question: { type, options: { ...first.options, ...options }, sourceOf }, problem: null };
}
