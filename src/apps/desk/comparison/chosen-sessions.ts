import { FEWEST_SESSIONS, MOST_SESSIONS } from '../../../results/comparison/compare-sessions.ts';

/** The address of the page that compares sessions. */
export const COMPARE_PAGE = '/present/compare';

/** The address of a comparison of these sessions. */
export function comparePage(codes: readonly string[]): string {
  return `${COMPARE_PAGE}?sessions=${codes.join(',')}`;
}

/** The codes in an address, each once. */
export function codesInAddress(search: string): string[] {
  const written = new URLSearchParams(search).get('sessions') ?? '';
  return [...new Set(written.match(/\d{6}/g))];
}

/** True for a number of sessions that can be compared. */
export function mayCompare(sessions: number): boolean {
  return sessions >= FEWEST_SESSIONS && sessions <= MOST_SESSIONS;
}
