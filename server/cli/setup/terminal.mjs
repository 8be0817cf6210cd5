/**
 * Tells the person at the terminal what is going on.
 *
 * @param {string} text
 */
export function say(text) {
  process.stdout.write(`${indented(text)}\n`);
}

/**
 * Ends the process with the reason in words; a stack would tell the person nothing.
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
