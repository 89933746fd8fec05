import { CustomErrorBase } from '@backstage/errors';

/** More than is taken at once (413). */
export class TooLargeError extends CustomErrorBase {
  name = 'PayloadTooLargeError' as const;
  readonly statusCode = 413;
}
