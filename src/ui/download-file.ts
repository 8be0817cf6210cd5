const KEEP_ADDRESS_MS = 60_000;

/** Downloads a file that was made on this page. */
export function downloadFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  // Safari reads the file only after the click is over; a slow phone, for a while.
  setTimeout(() => URL.revokeObjectURL(address), KEEP_ADDRESS_MS);
}
