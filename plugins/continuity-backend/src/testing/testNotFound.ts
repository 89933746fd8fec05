import { NotFoundError } from '@backstage/errors';

/** The same whether there is no such test, or all of its entities are hidden. */
export function testNotFound(): NotFoundError {
  return new NotFoundError('There is no such test that you may see.');
}
