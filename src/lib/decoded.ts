/** A part of an address without its percent encoding; as it is, if that is not valid. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
