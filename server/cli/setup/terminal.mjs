/**
 * Prints a message to the terminal.
 *
 * @param {string} text
 */
export function say(text) {
  process.stdout.write(`${indented(text)}\n`);
}

/**
 * Prints the reason, without a stack, and ends the process.
 *
 * @param {string} reason
 * @returns {never}
 */
export function giveUp(reason) {
  process.stderr.write(`\n${indented(reason)}\n\n`);
  process.exit(1);
}

/** @param {string} text */
function indented(text) {
  return text.replace(/^(?=.)/gm, '  ');
}
