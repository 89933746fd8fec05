import { randomUUID } from 'node:crypto';
import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  CoverageViewList,
  coverageViewRequestSchema,
} from 'backstage-plugin-continuity-common';
import type { z } from 'zod';
import { WrongFieldsError } from '../../contract/WrongFieldsError';
import { CoverageViewStore } from '../../coverage/CoverageViewStore';

const MOST_VIEWS = 50;

type Caller = { credentials: BackstageCredentials<BackstageUserPrincipal> };

interface Options {
  views: CoverageViewStore;
  clock: () => Date;
}

/** Keeps the questions that a person asks of coverage again and again. */
export class CoverageViewService {
  readonly #options: Options;

  static create(options: Options) {
    return new CoverageViewService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list({ credentials }: Caller): Promise<CoverageViewList> {
    const { userEntityRef } = credentials.principal;
    return { items: await this.#options.views.list(userEntityRef) };
  }

  async save(
    request: z.output<typeof coverageViewRequestSchema>,
    { credentials }: Caller,
  ): Promise<CoverageViewList> {
    const { views, clock } = this.#options;
    const { userEntityRef: userRef } = credentials.principal;
    const { id, name, search } = request;
    const view = {
      id: id ?? randomUUID(),
      name,
      search,
      updatedAt: clock().toISOString(),
    };
    const known = await views.list(userRef);
    const hasName = known.some(
      other => other.name === name && other.id !== view.id,
    );
    if (hasName) throw nameTaken(name);
    if (id !== undefined) {
      if (!(await views.change(userRef, view))) throw notFound();
    } else if (known.length >= MOST_VIEWS) {
      throw new WrongFieldsError([
        {
          path: 'name',
          message: `You have ${MOST_VIEWS} views, and more are not kept. Delete one first.`,
        },
      ]);
    } else if (!(await views.add(userRef, view))) {
      throw nameTaken(name);
    }
    return this.list({ credentials });
  }

  async delete(
    viewId: string,
    { credentials }: Caller,
  ): Promise<CoverageViewList> {
    const { views } = this.#options;
    const { userEntityRef } = credentials.principal;
    if (!(await views.remove(userEntityRef, viewId))) throw notFound();
    return this.list({ credentials });
  }
}

function nameTaken(name: string): ConflictError {
  return new ConflictError(
    `You have a view called “${name}”. Choose another name, or change that one.`,
  );
}

function notFound(): NotFoundError {
  return new NotFoundError('You have no such view.');
}
