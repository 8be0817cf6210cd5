// Each of these may separate cells, whatever the file itself uses: programs take another one by the
// language that they are set to, and some ignore quotes.
const separator = '[,;|\\t\\r\\n\\v\\f\\u0085\\u2028\\u2029]';
// Programs skip these, or read on behind them.
const skipped = '[\\p{Zs}\\p{Cf}"]*';
// With their wide and small forms, which some programs take for the same.
const start = '[=+\\-@\\t\\r＝＋－＠﹦﹢﹣﹫]';

const begins = new RegExp(start);
// The character first: to look back from every place of a text would take long.
const formula = new RegExp(`${start}(?<=(?:^|${separator})${skipped}${start})`, 'gu');

/**
 * The text with an apostrophe before each character that would begin a formula in a spreadsheet: at the
 * start of the text, and wherever a program with another separator begins a cell. The list of
 * characters follows https://owasp.org/www-community/attacks/CSV_Injection
 */
export function guardFormulas(text: string): string {
  // Most texts have none of these signs, and an export has a million of them.
  return begins.test(text) ? text.replaceAll(formula, "'$&") : text;
}
