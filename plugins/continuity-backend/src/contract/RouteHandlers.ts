import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type {
  ContinuityRoute,
  continuityRoutes,
} from 'backstage-plugin-continuity-common';
import type { z } from 'zod';
import type { StreamAnswer } from './StreamAnswer';
import type { SignedMessage } from './signature';
import type { TextAnswer } from './TextAnswer';

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;

/** A request after all checks, typed by its route. */
export interface RouteRequest<R extends ContinuityRoute> {
  params: Parsed<R['params']>;
  query: Parsed<R['query']>;
  body: Parsed<R['body']>;
  /** Of `If-Match`; 0 where the route takes none. */
  revision: number;
  /** What was signed, where the route takes signed messages and this is one. */
  message?: SignedMessage;
  credentials: R extends { usersOnly: true }
    ? BackstageCredentials<BackstageUserPrincipal>
    : BackstageCredentials;
}

/** One handler for each call of a table. */
export type HandlersOf<Routes extends Record<string, ContinuityRoute>> = {
  [Id in keyof Routes]: (
    request: RouteRequest<Routes[Id]>,
  ) => Promise<
    Routes[Id] extends { streams: true }
      ? StreamAnswer
      :
          | z.output<Routes[Id]['response']>
          | (Routes[Id] extends { alsoAs: unknown } ? TextAnswer : never)
  >;
};

/** One handler for each call of the API. */
export type RouteHandlers = HandlersOf<typeof continuityRoutes>;
