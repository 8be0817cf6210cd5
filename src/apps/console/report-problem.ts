import type { WireError } from '../../protocol/messages.ts';

/** Shows why a command failed; null clears the last problem. */
export type ReportProblem = (error: WireError | null) => void;
