// Imported first by every script that people start, so that an old Node.js is told in words before
// something else fails on it in its own.
import { nodeRefusal } from './node-version.mjs';
import { giveUp } from './terminal.mjs';

const refusal = nodeRefusal(process.version);
if (refusal !== null) giveUp(refusal);
