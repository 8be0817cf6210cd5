import type { ComponentChildren } from 'preact';

/** The picture of an option beside its text, which describes it; nothing without a picture. */
export function Picture({ address }: { address: string | undefined }): ComponentChildren {
  return address ? <img class="compare-picture" src={address} alt="" /> : null;
}
