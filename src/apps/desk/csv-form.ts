/**
 * The query that asks for CSV with semicolons; '' where the browser is set to a language that writes decimal
 * points. Programs in the other ones read a comma as part of a number.
 */
export function csvForm(): string {
  const writesCommas = new Intl.NumberFormat(navigator.language).format(0.5).includes(',');
  return writesCommas ? 'for=excel' : '';
}
