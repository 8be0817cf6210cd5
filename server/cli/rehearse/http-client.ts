import { failure, success, type Result } from '../../../src/lib/result.ts';
import { isRecord } from '../../../src/lib/json.ts';
import type { Results } from '../../../src/session/results.ts';
import type { Plan } from './options.ts';

const TIMEOUT_MS = 15_000;
const GONE = 404;

/** A session that was started for a rehearsal, by way of the HTTP interface. */
export class HttpSession {
  private constructor(
    readonly url: string,
    readonly key: string,
    readonly code: string,
  ) {}

  /** Starts one; else why there is none, in words. */
  static async start({ url, deck }: Plan, key: string): Promise<Result<HttpSession, string>> {
    const started = await ask(url, key, 'POST', '', { deck });
    if (!started.ok) return started;
    const body: unknown = await started.value.json();
    if (!isRecord(body) || typeof body['code'] !== 'string') {
      return failure(`What answers at ${url} is not Plenary. Check --url.`);
    }
    return success(new HttpSession(url, key, body['code']));
  }

  async results(): Promise<Result<Results, string>> {
    const response = await ask(this.url, this.key, 'GET', `/${this.code}/results.json`);
    // Sound: this is what docs/protocol.md says of it.
    return response.ok ? success((await response.value.json()) as Results) : response;
  }

  /** Deletes all of it; resolves with why that failed, or null. */
  async remove(): Promise<string | null> {
    const response = await send(this.url, this.key, 'DELETE', `/${this.code}`);
    if (!response.ok) return response.error;
    const { ok, status } = response.value;
    return ok || status === GONE ? null : wordsOf(response.value);
  }
}

/** Answers other than those of success are failures here, in the server's words. */
async function ask(...what: Parameters<typeof send>): Promise<Result<Response, string>> {
  const response = await send(...what);
  if (!response.ok || response.value.ok) return response;
  return failure(await wordsOf(response.value));
}

async function send(
  url: string,
  key: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Result<Response, string>> {
  try {
    const response = await fetch(`${url}/api/v1/sessions${path}`, {
      method,
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return success(response);
  } catch (error) {
    return failure(`${url} cannot be reached (${reasonOf(error)}). Is Plenary running there?`);
  }
}

async function wordsOf(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null);
  const error = isRecord(body) ? body['error'] : null;
  const words = isRecord(error) ? error['message'] : null;
  return typeof words === 'string' ? words : `The server answered with HTTP ${response.status}.`;
}

/** `fetch` says what was wrong in the cause of its error. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return 'code' in cause ? String(cause.code) : cause.message;
}
