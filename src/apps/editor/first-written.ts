/** A stretch of a text, `to` behind its end. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The words of a new slide that its author replaces first: of a question its text, else the heading,
 * else the first line below the slide's options, without its marks.
 */
export function firstWritten(slide: string): Stretch {
  const start = /^---\n(?:[^]*?\n---\n)?/m.exec(slide);
  const below = start === null ? 0 : start.index + start[0].length;
  const body = slide.slice(below);
  const line =
    /^question: (.*)$/m.exec(body) ?? /^#+ (.*)$/m.exec(body) ?? /^[> ]*(\S.*)$/m.exec(body);
  const [all = '', words = ''] = line ?? [];
  const to = below + (line === null ? body.length : line.index + all.length);
  return { from: to - words.length, to };
}
