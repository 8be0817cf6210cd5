/**
 * The session code in this page's path, as in /j/482915 and /s/482915/stage; '' where none is. The server
 * has led other ways of writing it here.
 */
export function codeInPath(path: string): string {
  return /^\/[js]\/(\d{6})(?!\d)/.exec(path)?.[1] ?? '';
}

/** A code in two groups, as people read it aloud: "482 915". */
export function formatCode(code: string): string {
  return code.replace(/^(\d{3})(\d{3})$/, '$1 $2');
}

/** The host of an address, as people type it; '' if it is no address. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '';
}
