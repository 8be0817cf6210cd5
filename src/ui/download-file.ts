const KEEP_ADDRESS_MS = 60_000;

/** Gives the reader a file that was made here, as a download; nothing is asked of a server. */
export function downloadFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  // Safari reads the file only after the click is over; a slow phone, for a while.
  setTimeout(() => URL.revokeObjectURL(address), KEEP_ADDRESS_MS);
}
