/**
 * @typedef {object} RulesPage
 * @property {ReadonlyMap<string, number>} rules the line, from 1, of each number
 * @property {readonly { line: number, message: string }[]} problems
 */

const HEADING = /^## \S.* \[([SVPRXA])\]$/;
const RULE = /^- \*\*\[([A-Z])([1-9]\d*)\]\*\* [A-Z].*\.$/;

/**
 * Reads docs/rules.md. From its first heading of a section on, each line is such a heading or one
 * whole rule, so that no rule can be overlooked for how it is written.
 *
 * @param {string} text
 * @returns {RulesPage}
 */
export function readRulesPage(text) {
  /** @type {Map<string, number>} */
  const rules = new Map();
  /** @type {{ line: number, message: string }[]} */
  const problems = [];
  const letters = new Set();
  let letter = '';
  for (const [index, written] of text.split('\n').entries()) {
    const line = index + 1;
    const [, section] = HEADING.exec(written) ?? [];
    const [, of, figure] = RULE.exec(written) ?? [];
    const number = `${of}${figure}`;
    if (section !== undefined) {
      letter = section;
      if (letters.has(letter)) problems.push({ line, message: `is a second section [${letter}]` });
      letters.add(letter);
    } else if (written.startsWith('## ')) {
      problems.push({ line, message: 'is no heading of a section: write "## Votes [V]"' });
    } else if (letter === '' || written === '') {
      continue;
    } else if (of === undefined) {
      problems.push({ line, message: 'is no rule: write "- **[V1]** A sentence." on one line' });
    } else if (of !== letter) {
      problems.push({ line, message: `[${number}] stands in the section [${letter}]` });
    } else if (rules.has(number)) {
      const first = rules.get(number);
      problems.push({ line, message: `[${number}] is the number of the rule in line ${first}` });
    } else {
      rules.set(number, line);
    }
  }
  return { rules, problems };
}
