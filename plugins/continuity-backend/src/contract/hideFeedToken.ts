import type { Request, RequestHandler } from 'express';

/** URLs as they came, of requests whose URL now says nothing of their token. */
const originalUrls = new WeakMap<Request, string>();

/** Takes the query from the URL of a request, since logs and refusals print URLs, and a token is as good as a password. */
export const hideFeedToken: RequestHandler = (req, _res, next) => {
  originalUrls.set(req, req.originalUrl);
  req.originalUrl = withoutQuery(req.originalUrl);
  req.url = withoutQuery(req.url);
  next();
};

/** The URL of a request as it came. */
export function urlOf(req: Request): string {
  return originalUrls.get(req) ?? req.originalUrl;
}

function withoutQuery(url: string): string {
  const [path] = url.split('?');
  return path;
}
