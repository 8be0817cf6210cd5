/** Returns 96 random bits in hex. `crypto.randomUUID` is missing on plain HTTP, which lecture halls use. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
