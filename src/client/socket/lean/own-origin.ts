/** Stands in the pages for Engine.IO's reader of addresses: theirs is their own origin. */
export function parse(address: string): URL {
  return new URL(address);
}
