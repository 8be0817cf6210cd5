import type { Result } from '../lib/result.ts';
import type { Fact } from './facts.ts';
import type { Refusal } from './refusal.ts';

/** The facts of a command, or its refusal. */
export type Decision = Result<readonly Fact[], Refusal>;
