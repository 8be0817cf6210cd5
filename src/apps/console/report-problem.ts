import type { WireError } from '../../protocol/wire-error.ts';

/** Shows why a command failed; null clears the last problem. */
export type ReportProblem = (error: WireError | null) => void;
