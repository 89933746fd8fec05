import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError, toError } from '@backstage/errors';
import {
  AuthorizeResult,
  isResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  type ContinuityRoute,
  continuityRoutes,
  type ContinuityRouteId,
  type PlanFile,
} from 'backstage-plugin-continuity-common';
import express, { type Request, type Response } from 'express';
import Router from 'express-promise-router';
import { contractErrorHandler } from './contractErrorHandler';
import { hideFeedToken, urlOf } from './hideFeedToken';
import { readQuery } from './readQuery';
import { readRequestPart } from './readRequestPart';
import { readRevision } from './readRevision';
import { RouteHandlers, RouteRequest } from './RouteHandlers';
import { StreamAnswer } from './StreamAnswer';
import { plainSignatureHeader, signatureHeader } from './signature';
import { TextAnswer } from './TextAnswer';
import { RequestIssue, WrongFieldsError } from './WrongFieldsError';

/** A long plan fits well into it, and so do 500 refs of the greatest length, their values and a reason. */
const LARGEST_BODY = '2mb';

/** Of requests with a signature, the bytes that were signed. */
const signedTexts = new WeakMap<object, Buffer>();

interface RouterOptions {
  handlers: RouteHandlers;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  logger: LoggerService;
  /** Whether an answer that breaks the contract is an error, or only logged. */
  strictAnswers: boolean;
}

/** Serves the table of routes: authenticates, authorises, audits, and checks what comes in and goes out. */
export function createContractRouter(options: RouterOptions): express.Router {
  const router = Router();
  for (const { path, largestBody } of Object.values<ContinuityRoute>(
    continuityRoutes,
  )) {
    if (largestBody) router.use(path, express.json({ limit: largestBody }));
  }
  router.use(
    express.json({
      limit: LARGEST_BODY,
      // what was signed is the text, not what it says
      verify: (req, _res, text) => {
        if (isSigned(req)) signedTexts.set(req, text);
      },
    }),
  );
  for (const [id, route] of Object.entries<ContinuityRoute>(continuityRoutes)) {
    if (route.feedToken) router.use(route.path, hideFeedToken);
    router[route.method](route.path, (req: Request, res: Response) =>
      serve(id as ContinuityRouteId, route, { req, res, ...options }),
    );
  }
  router.use((req, _res, next) => {
    // what the framework itself serves for the plugin begins with a dot
    if (req.path.startsWith('/.')) {
      next();
      return;
    }
    throw new NotFoundError(
      `There is no ${req.method} ${req.path}; GET /api/continuity/openapi.json lists what there is.`,
    );
  });
  router.use(contractErrorHandler());
  return router;
}

type Serving = RouterOptions & { req: Request; res: Response };

async function serve(
  id: ContinuityRouteId,
  route: ContinuityRoute,
  serving: Serving,
): Promise<void> {
  const { req, res } = serving;
  const act = async () => {
    const made = await call(id, route, serving);
    // whether it succeeded is known when all of it is sent
    if (made instanceof StreamAnswer) await stream(made, serving);
    return made;
  };
  const answer = route.auditEvent
    ? await audited(route.auditEvent, serving, act)
    : await act();
  if (answer instanceof StreamAnswer) return;
  res
    .status(route.status)
    .set(
      'Cache-Control',
      req.method === 'GET' ? 'private, no-cache' : 'no-store',
    );
  if (answer instanceof TextAnswer) {
    res.attachment(answer.fileName).type(answer.contentType).send(answer.text);
    return;
  }
  checkAnswer(id, route, answer, serving);
  if (route.download) {
    const { fileName, content, changedAt } = answer as PlanFile & {
      changedAt?: string;
    };
    if (changedAt) res.set('Last-Modified', new Date(changedAt).toUTCString());
    res
      .attachment(fileName)
      .type(route.download)
      // whatever is in it, no browser takes it for a page
      .set('X-Content-Type-Options', 'nosniff')
      .send(typeof content === 'string' ? content : Buffer.from(content));
    return;
  }
  res.json(answer);
}

/** As fast as the other side takes it. What breaks in the middle breaks the connection, so that nobody takes a part for the whole. */
async function stream(answer: StreamAnswer, { res }: Serving): Promise<void> {
  const chunks = answer.chunks[Symbol.asyncIterator]();
  // what goes wrong before the first piece is still answered as an error
  const first = await chunks.next();
  res
    .status(200)
    .set('Cache-Control', 'private, no-cache')
    .set('X-Content-Type-Options', 'nosniff')
    .attachment(answer.fileName)
    .type(answer.contentType);
  const all = async function* all() {
    for (let next = first; !next.done; next = await chunks.next()) {
      yield next.value;
    }
  };
  await pipeline(Readable.from(all(), { highWaterMark: 1 }), res);
}

async function audited<T>(
  eventId: string,
  { req, auditor }: Serving,
  act: () => Promise<T>,
): Promise<T> {
  const event = await auditor.createEvent({
    eventId,
    severityLevel: 'medium',
    request: req,
    meta: { ...req.params },
  });
  try {
    const result = await act();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}

async function call(
  id: ContinuityRouteId,
  route: ContinuityRoute,
  serving: Serving,
): Promise<unknown> {
  const { req, httpAuth, permissions, handlers } = serving;
  const handler = handlers[id] as (
    request: RouteRequest<any>,
  ) => Promise<unknown>;
  if (route.feedToken && hasToken(req)) {
    // the call itself checks the token
    const credentials = await httpAuth.credentials(req, {
      allow: ['none', 'user', 'service'],
    });
    return handler({ ...readRequest(route, req), credentials });
  }
  const text = signedTexts.get(req);
  if (route.signed && text) {
    // the call itself checks the signature
    const credentials = await httpAuth.credentials(req, {
      allow: ['none', 'user', 'service'],
    });
    return handler({
      ...readRequest(route, req),
      credentials,
      message: { header: name => req.header(name), body: text },
    });
  }
  const credentials = await httpAuth.credentials(req, {
    allow: route.usersOnly ? ['user'] : ['user', 'service'],
  });
  if (!isResourcePermission(route.permission)) {
    const [decision] = await permissions.authorize(
      [{ permission: route.permission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not do this: it needs the permission ${route.permission.name}.`,
      );
    }
  }
  return handler({ ...readRequest(route, req), credentials });
}

function isSigned({ headers }: Pick<Request, 'headers'>): boolean {
  return [signatureHeader, plainSignatureHeader].some(
    name => headers[name] !== undefined,
  );
}

function hasToken(req: Request): boolean {
  const [, query = ''] = urlOf(req).split('?');
  return new URLSearchParams(query).has('token');
}

function readRequest(route: ContinuityRoute, req: Request) {
  const issues: RequestIssue[] = [];
  const request = {
    params:
      route.params &&
      readRequestPart(route.params, req.params, { whole: 'path', issues }),
    query:
      route.query &&
      readRequestPart(route.query, readQuery(urlOf(req), route.query), {
        whole: 'query',
        issues,
      }),
    body:
      route.body &&
      readRequestPart(route.body, req.body, { whole: 'body', issues }),
    revision: route.ifMatch ? readRevision(req.header('if-match'), issues) : 0,
  };
  if (issues.length > 0) throw new WrongFieldsError(issues);
  return request;
}

function checkAnswer(
  id: string,
  route: ContinuityRoute,
  answer: unknown,
  { strictAnswers, logger }: Serving,
): void {
  const checked = route.response.safeParse(answer);
  if (checked.success) return;
  const message = `The answer of ${id} breaks the contract: ${checked.error.message}`;
  if (strictAnswers) throw new Error(message);
  logger.error(message);
}
