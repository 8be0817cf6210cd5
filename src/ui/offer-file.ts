const KEEP_ADDRESS_MS = 60_000;

/** Gives the reader a file that was made here, as a download; nothing is asked of a server. */
export function offerFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  // A slow phone may still be reading it.
  setTimeout(() => URL.revokeObjectURL(address), KEEP_ADDRESS_MS);
}
