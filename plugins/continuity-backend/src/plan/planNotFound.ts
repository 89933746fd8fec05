import { NotFoundError } from '@backstage/errors';

/** Says the same of a plan that does not exist and of one that is hidden. */
export function planNotFound(): NotFoundError {
  return new NotFoundError('There is no such plan that you may see.');
}
