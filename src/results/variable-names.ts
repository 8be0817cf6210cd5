/** Words that SPSS keeps for itself. */
const RESERVED = /^(all|and|by|eq|ge|gt|le|lt|ne|not|or|to|with)$/;
/** SPSS takes 64 bytes; the rest is for a number that makes a name unique. */
const LONGEST = 56;

/**
 * Names of variables that SPSS, R and pandas take as they are: letters from a to z, digits and
 * underscores, a letter first.
 */
export class VariableNames {
  readonly #taken = new Set<string>();

  /** The name for an id in small letters, digits, hyphens and underscores: no two are the same. */
  unique(id: string): string {
    const plain = id.replaceAll('-', '_').slice(0, LONGEST);
    const name = /^[a-z]/.test(plain) && !RESERVED.test(plain) ? plain : `q_${plain}`;
    let free = name;
    for (let number = 2; this.#taken.has(free); number += 1) free = `${name}_v${number}`;
    this.#taken.add(free);
    return free;
  }
}
