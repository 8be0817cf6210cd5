import type { ComponentType } from 'preact';
import type { PhoneViewProps } from './views.ts';

/** The views of all activity types but the poll, by their paths. */
export const otherPhoneViews = import.meta.glob(['./*/*.phone.tsx', '!./poll/*.tsx'], {
  eager: true,
  import: 'default',
}) as Record<string, ComponentType<PhoneViewProps>>;
