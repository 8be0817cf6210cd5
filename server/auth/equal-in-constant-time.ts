import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares texts in a time that does not depend on their content. */
export function equalInConstantTime(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
