import type { SessionQuery } from '../../client/api.ts';
import { readListedState } from '../../lib/listed-states.ts';
import { everySession } from './session-lists.ts';

/** The sessions that the page's address asks for, so that Back leads to them. */
export function queryInAddress(): SessionQuery {
  const given = new URLSearchParams(location.search);
  const state = readListedState(given.get('state') ?? '');
  return { q: given.get('q') ?? '', deck: given.get('deck') ?? '', state };
}

/** Puts a query into the page's address, in place of the one before. */
export function putInAddress(query: SessionQuery): void {
  const given = Object.entries(query).filter(
    ([name, value]) => value !== everySession[name as keyof SessionQuery],
  );
  const search = new URLSearchParams(given).toString();
  history.replaceState(
    history.state,
    '',
    `${location.pathname}${search === '' ? '' : '?'}${search}`,
  );
}
