import type { Permission } from '@backstage/plugin-permission-common';
import type { z } from 'zod';

/**
 * One call of the HTTP API: where it is, what it takes, what it answers, and which permission it authorises.
 *
 * @public
 */
export interface ContinuityRoute {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Below `/api/continuity`, with `:params` as express writes them. */
  path: string;
  summary: string;
  description?: string;
  /** A resource permission is authorised for the entity in question, any other one before anything else is read. */
  permission: Permission;
  /** Services are refused: a person has to answer for it. */
  usersOnly?: boolean;
  /** With a token of its own in the query, nobody has to be signed in; it is checked by the call itself, and a wrong one is a 401. */
  feedToken?: true;
  /** With a signed message, nobody has to be signed in; it is checked by the call itself, and a wrong signature is a 401. */
  signed?: true;
  params?: z.ZodObject;
  /** Lists are repeated parameters. */
  query?: z.ZodObject;
  /** Whether `If-Match: <revision>` is needed. */
  ifMatch?: boolean;
  body?: z.ZodType;
  /** How large a body may be, such as `24mb`; what a long plan needs, if left out. */
  largestBody?: string;
  status: 200 | 202;
  response: z.ZodType;
  /** Other media types than JSON that the call can answer with, where its query asks for them. */
  alsoAs?: string[];
  /** The answer is sent piece by piece as it is made, and never held as a whole. */
  streams?: true;
  /** The statuses of refusal that the call may answer with. */
  errors: Array<400 | 401 | 403 | 404 | 409 | 413 | 503>;
  /** It is a question, although it is no GET: a body says what is asked. */
  readsOnly?: true;
  /** Every call that changes something has one. */
  auditEvent?: string;
  /** The answer is a file of this media type: `{fileName, mediaType, content}`. */
  download?: string;
  /** What a 409 of a stale edit (`ifMatch`) holds; the profile's where it is left out. */
  conflict?: z.ZodType;
}

/** Keeps the exact types of the schemas, so that handlers are checked against them. @public */
export function defineRoute<const T extends ContinuityRoute>(route: T): T {
  return route;
}
