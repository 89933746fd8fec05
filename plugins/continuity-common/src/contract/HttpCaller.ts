/** What a call over HTTP sends beside its path. */
export interface HttpCall {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Record<string, unknown>;
  body?: unknown;
  headers?: Record<string, string>;
}

/** One call over HTTP: `json` reads the answer, `raw` hands it on as it is. */
export interface HttpCaller {
  json: <T>(path: string, call?: HttpCall) => Promise<T>;
  raw: (path: string, query?: Record<string, unknown>) => Promise<Response>;
}
