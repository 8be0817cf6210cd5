import { failure, success, type Result } from '../../../lib/result.ts';

/** Reasons for which nothing was copied: a browser without this, also on plain HTTP, or one that refuses. */
export type CopyRefusal = 'no-clipboard' | 'refused';

/**
 * Puts a picture into the clipboard. Within the press of a button: Safari takes a picture that is still
 * being drawn, and none after it.
 */
export async function copyPicture(png: Promise<Blob>): Promise<Result<null, CopyRefusal>> {
  if (!('clipboard' in navigator) || typeof ClipboardItem !== 'function') {
    return failure('no-clipboard');
  }
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })]);
    return success(null);
  } catch {
    // A picture that could not be drawn is a fault of its own.
    await png;
    return failure('refused');
  }
}
