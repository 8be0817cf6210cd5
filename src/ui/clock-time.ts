/** A time of day as the browser's language and settings write it, with 12 hours or 24: "14:05", "2:05 PM". */
export function clockTime(at: Date, withSeconds = false): string {
  return at.toLocaleTimeString([], { timeStyle: withSeconds ? 'medium' : 'short' });
}
