/** The words for a code that no session can have. */
export const NO_CODE = 'A session code has six digits.';
