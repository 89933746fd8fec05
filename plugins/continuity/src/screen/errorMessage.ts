/** What a server says about a refused request, without the HTTP around it. */
export function errorMessage(error: unknown): string {
  const { body, message } = (error ?? {}) as {
    body?: { error?: { message?: string } };
    message?: string;
  };
  return body?.error?.message ?? message ?? String(error);
}
