import { CommentApi, mostPages } from './CommentApi';
import type { RequestComments } from './RequestComments';

/** Comments of a pull request on GitHub, in the cloud or of one's own (`GITHUB_API_URL`). */
export class GitHubComments implements RequestComments {
  readonly called: string;
  readonly longest = 65_536;
  readonly #api: CommentApi;
  readonly #repository: string;
  readonly #request: string;

  constructor(options: {
    api?: string;
    token: string;
    repository: string;
    request: string;
  }) {
    const { repository, request } = options;
    this.called = `pull request ${request} of ${repository}`;
    this.#repository = `/repos/${repository}`;
    this.#request = request;
    this.#api = new CommentApi({
      base: options.api ?? 'https://api.github.com',
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${options.token}`,
        'x-github-api-version': '2022-11-28',
      },
      mendForbidden:
        'Give the job "permissions: pull-requests: write". Pull requests of forks get a token that only reads.',
    });
  }

  async find(marker: string) {
    for (let page = 1; page <= mostPages; page++) {
      const { content } = await this.#api.call(
        `${this.#repository}/issues/${
          this.#request
        }/comments?per_page=100&page=${page}`,
      );
      const comments = content as Array<{ id: number; body?: string | null }>;
      const found = comments.find(({ body }) => body?.startsWith(marker));
      if (found) return { id: String(found.id), text: found.body ?? '' };
      if (comments.length < 100) return undefined;
    }
    return undefined;
  }

  async create(text: string): Promise<void> {
    await this.#api.call(
      `${this.#repository}/issues/${this.#request}/comments`,
      { method: 'POST', body: { body: text } },
    );
  }

  async update(id: string, text: string): Promise<boolean> {
    const { status } = await this.#api.call(
      `${this.#repository}/issues/comments/${id}`,
      { method: 'PATCH', body: { body: text }, allow: [403, 404] },
    );
    return status < 400;
  }
}
