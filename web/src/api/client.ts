import { noteServerTime } from './clock';
import { ProblemError } from './problem-error';
import type { Problem } from './types';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Body = { json: unknown } | { xml: string } | { file: File };
type Call = { method?: Method; body?: Body; signal?: AbortSignal; key?: string; keepalive?: boolean };

/**
 * One request. Mutations carry the CSRF header and a request key, so a repeated send has one effect.
 * Throws ProblemError for every answer that is not 2xx and for no answer at all.
 */
export async function call<T>(path: string, options: Call = {}): Promise<T> {
  const method = options.method ?? 'GET';
  const headers = new Headers({ Accept: 'application/json' });
  if (method !== 'GET') {
    headers.set('X-Ninben', '1');
    headers.set('Idempotency-Key', options.key ?? requestKey());
  }

  const response = await send(path, { method, headers, credentials: 'same-origin', ...bodyOf(options.body, headers), ...rest(options) });
  noteServerTime(response.headers.get('Date'));
  if (!response.ok) throw new ProblemError(await problemOf(response));
  if (response.status === 204) return undefined as T;
  const type = response.headers.get('Content-Type') ?? '';
  return (type.includes('json') ? await response.json() : await response.text()) as T;
}

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => call<T>(path, signal ? { signal } : {});
export const post = <T>(path: string, json: unknown = {}, key?: string): Promise<T> =>
  call<T>(path, { method: 'POST', body: { json }, ...(key ? { key } : {}) });

/** `?a=1&b=2` without the empty ones. */
export function query(values: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }

  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** crypto.randomUUID exists only on https and localhost; a plain http address in a LAN must work too. */
export function requestKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError({
      type: 'about:blank',
      title: 'The server did not answer. Nothing was lost here; try again.',
      status: 0,
      code: 'no-answer',
    });
  }
}

function bodyOf(body: Body | undefined, headers: Headers): { body?: BodyInit } {
  if (!body) return {};
  if ('file' in body) {
    const form = new FormData();
    form.set('file', body.file);
    return { body: form };
  }

  headers.set('Content-Type', 'xml' in body ? 'application/xml' : 'application/json');
  return { body: 'xml' in body ? body.xml : JSON.stringify(body.json) };
}

function rest(options: Call): Pick<RequestInit, 'signal' | 'keepalive'> {
  return { ...(options.signal ? { signal: options.signal } : {}), ...(options.keepalive ? { keepalive: true } : {}) };
}

async function problemOf(response: Response): Promise<Problem> {
  const fallback: Problem = { type: 'about:blank', title: `The server answered ${response.status} ${response.statusText}.`, status: response.status };
  try {
    const body = (await response.json()) as Partial<Problem>;
    return { ...fallback, ...body, status: response.status };
  } catch {
    return fallback;
  }
}
