import type { Activity } from '../activities/contract.ts';
import { activityType } from '../activities/registry.ts';
import { contentHash } from '../lib/content-hash.ts';
import { usualStatus } from './compose-snapshot.ts';
import type { ActivityContent, ActivityOutline, ActivityStatus } from './views.ts';

const statusNames = Object.keys(usualStatus()) as (keyof ActivityStatus)[];

const contents = new WeakMap<Activity, ActivityContent>();
const keys = new WeakMap<ActivityContent, string>();

/** The part of an activity that only its author changes. The same object for the same activity. */
export function activityContent(activity: Activity): ActivityContent {
  const known = contents.get(activity);
  if (known !== undefined) return known;
  const { id, type, hash, question, settings, accent } = activity;
  const rules = activityType(type);
  const made: ActivityContent = {
    ...{ id, type, hash, question, accent },
    content: rules.publicContent(activity.content),
    minAnswers: settings.minAnswers,
    hasCorrectAnswer: rules.correctAnswer(activity.content) !== null,
    ...awaited(activity),
    ...(rules.ways?.to(activity.content).length ? { leads: true as const } : {}),
    startsFrom: rules.startsFrom?.(activity.content) ?? null,
  };
  contents.set(activity, made);
  return made;
}

function awaited({ optionsFrom }: Activity): Pick<ActivityContent, 'awaits'> {
  if (optionsFrom === undefined || optionsFrom.taken !== null) return {};
  return { awaits: { activity: optionsFrom.activity, top: optionsFrom.top } };
}

/** The name of a content: ten hex digits of its hash. */
export function contentKey(content: ActivityContent): string {
  const key = keys.get(content) ?? contentHash(content).slice(0, 10);
  keys.set(content, key);
  return key;
}

/** The key of an activity's content, and its status as far as it is not the usual one. */
export function activityOutline(activity: Activity, status: ActivityStatus): ActivityOutline {
  const usual = { ...usualStatus(status.revealed), revealed: true };
  const unusual = statusNames.filter((name) => status[name] !== usual[name]);
  const named = Object.fromEntries(unusual.map((name) => [name, status[name]]));
  return { key: contentKey(activityContent(activity)), ...named };
}
