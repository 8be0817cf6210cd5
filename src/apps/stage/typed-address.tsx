import { hostOf } from '../../ui/session-path.ts';

/** An address as people type it, without its scheme; a long one goes on in a second line at its path. */
export function TypedAddress({ url }: { url: string }) {
  const host = hostOf(url);
  return (
    <span class="ltr">
      {host}
      <wbr />
      {host === '' ? '' : new URL(url).pathname}
    </span>
  );
}
