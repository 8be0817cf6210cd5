import { decoded } from '../../lib/decoded.ts';

/** The target of an address. */
export type Address =
  /** A file of the deck: its address on the server, and its path in the folder, decoded. */
  | { readonly to: 'deck'; readonly url: string; readonly path: string }
  /** This page (`#…`, `?…`), or nothing at all. */
  | { readonly to: 'here' }
  /** Something else on this server; `path` begins with `/`. */
  | { readonly to: 'server'; readonly path: string }
  /** Another server. */
  | { readonly to: 'internet' }
  /** A mail program or telephone. */
  | { readonly to: 'contact' }
  /** A script. */
  | { readonly to: 'script' }
  /** Outside the deck's folder. */
  | { readonly to: 'outside' }
  /** Anything else with a scheme, such as `data:` or `file:`. */
  | { readonly to: 'other'; readonly scheme: string };

/** Classifies an address in the deck of the folder `deck`, as a browser would resolve it. */
export function readAddress(written: string, deck: string): Address {
  // Browsers strip these characters before they parse an address.
  const address = written.replace(/[\t\n\r]/g, '').replace(/^[\0- ]+|[\0- ]+$/g, '');
  const scheme = /^([a-z][a-z\d+.-]*):/i.exec(address)?.[1]?.toLowerCase();
  if (scheme !== undefined) return byScheme(scheme);
  const path = (/^[^?#]*/.exec(address)?.[0] ?? '').replaceAll('\\', '/');
  if (path.startsWith('//')) return { to: 'internet' };
  if (path === '') return { to: 'here' };
  const folder = `/slides/${encodeURIComponent(deck)}/`;
  if (path.startsWith('/') && !path.startsWith(folder)) return { to: 'server', path };
  const inFolder = resolve(path.startsWith('/') ? path.slice(folder.length) : path);
  if (inFolder === null) return { to: 'outside' };
  const file = decoded(inFolder);
  // Encoded anew: a name may contain %, spaces or commas, which mean something in an address or list.
  const encoded = file.split('/').map(encodeURIComponent).join('/');
  return { to: 'deck', url: `${folder}${encoded}${address.slice(path.length)}`, path: file };
}

function byScheme(scheme: string): Address {
  if (scheme === 'http' || scheme === 'https') return { to: 'internet' };
  if (scheme === 'mailto' || scheme === 'tel') return { to: 'contact' };
  if (scheme === 'javascript' || scheme === 'vbscript') return { to: 'script' };
  return { to: 'other', scheme };
}

/** Removes `.` and `..` from a path; null if it leaves the folder. */
function resolve(path: string): string | null {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    const plain = segment.replace(/%2e/gi, '.');
    if (plain === '..' && segments.pop() === undefined) return null;
    if (plain !== '.' && plain !== '..') segments.push(segment);
  }
  return segments.join('/');
}
