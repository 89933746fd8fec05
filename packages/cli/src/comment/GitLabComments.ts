import { CommentApi, mostPages } from './CommentApi';
import type { RequestComments } from './RequestComments';

interface Note {
  id: number;
  body: string;
  /** Written by GitLab itself: "added 1 commit". */
  system?: boolean;
}

/** Notes of a merge request on GitLab (`CI_API_V4_URL`). */
export class GitLabComments implements RequestComments {
  readonly called: string;
  readonly longest = 1_000_000;
  readonly #api: CommentApi;
  readonly #notes: string;

  constructor(options: {
    api?: string;
    token: string;
    /** Number or path of the project. */
    repository: string;
    request: string;
  }) {
    const { repository, request } = options;
    this.called = `merge request ${request} of ${repository}`;
    this.#notes = `/projects/${encodeURIComponent(
      repository,
    )}/merge_requests/${request}/notes`;
    this.#api = new CommentApi({
      base: options.api ?? 'https://gitlab.com/api/v4',
      headers: { 'private-token': options.token },
      mendForbidden:
        'CONTINUITY_GITLAB_TOKEN has to be an access token of the project with role Reporter or higher and scope "api"; the job token of GitLab may not comment.',
    });
  }

  async find(marker: string) {
    let page = '1';
    for (let count = 0; page && count < mostPages; count++) {
      const { headers, content } = await this.#api.call(
        `${this.#notes}?per_page=100&page=${page}&order_by=created_at&sort=asc`,
      );
      const found = (content as Note[]).find(
        ({ body, system }) => !system && body.startsWith(marker),
      );
      if (found) return { id: String(found.id), text: found.body };
      page = headers.get('x-next-page') ?? '';
    }
    return undefined;
  }

  async create(text: string): Promise<void> {
    await this.#api.call(this.#notes, { method: 'POST', body: { body: text } });
  }

  async update(id: string, text: string): Promise<boolean> {
    const { status } = await this.#api.call(`${this.#notes}/${id}`, {
      method: 'PUT',
      body: { body: text },
      allow: [403, 404],
    });
    return status < 400;
  }
}
