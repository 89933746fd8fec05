import { LoggerService } from '@backstage/backend-plugin-api';
import { isError, NotFoundError } from '@backstage/errors';
import { SignInResolver } from '@backstage/plugin-auth-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { DemoPerson } from './readDemoPeople';

/**
 * Signs a person in as their User in the catalog. On the first start the page
 * is there before the catalog has read its files, so a user who is missing is
 * asked for again for a while before the answer is no.
 */
export function signInOnceIngested(options: {
  logger: LoggerService;
  /** How long to keep asking, in milliseconds. */
  patience?: number;
  /** How long to wait between two questions, in milliseconds. */
  pause?: number;
}): SignInResolver<DemoPerson> {
  const { logger, patience = 30_000, pause = 500 } = options;
  return async ({ result: person }, context) => {
    const giveUpAt = Date.now() + patience;
    for (let attempt = 1; ; attempt++) {
      try {
        return await context.signInWithCatalogUser({ entityRef: person.ref });
      } catch (error) {
        if (!isNotThereYet(error)) {
          throw error;
        }
        if (Date.now() + pause > giveUpAt) {
          throw new NotFoundError(
            `${person.ref} isn't in the catalog. If the portal has just started for the first time, the catalog is still reading its files: try again in a moment.`,
            error,
          );
        }
        if (attempt === 1) {
          logger.info(
            `${person.ref} isn't in the catalog yet, waiting for the first ingestion`,
          );
        }
        await sleep(pause);
      }
    }
  };
}

// The catalog answers 503 until it has started.
function isNotThereYet(error: unknown): boolean {
  return (
    isError(error) &&
    (error.name === 'NotFoundError' ||
      error.name === 'ServiceUnavailableError' ||
      error.statusCode === 503)
  );
}
