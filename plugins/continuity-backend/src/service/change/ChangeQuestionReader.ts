import {
  mapFilesToEntities,
  readProposed,
  type changeAssessRequestSchema,
  type ChangeProblem,
  type ContinuityPolicy,
  type ProposedEntity,
  type TouchAction,
} from 'backstage-plugin-continuity-common';
import type { z } from 'zod';
import type { SourceLocations } from '../../change/SourceLocations';

/** A request to check a change, after the schema. */
export type ChangeQuestion = z.output<typeof changeAssessRequestSchema>;

/** What is said to touch an entity. */
export interface SaidTouch {
  /** Undefined: only a document or files say something. */
  action: TouchAction | undefined;
  /** The document that says how it would be. */
  document: ProposedEntity | undefined;
  /** Whether somebody says that it is touched and not how: a plain `modify`, or a file that is no document of it. */
  isVague: boolean;
  /** `request`, `proposed[2]`, paths of files. */
  by: string[];
  /** Where the request names it, for problems; null where it is only found by files. */
  at: string | null;
}

/** A question with everything that it says about entities, by ref. */
export interface ReadQuestion {
  touches: Map<string, SaidTouch>;
  mapped: ReturnType<typeof mapFilesToEntities>['mapped'];
  unmapped: string[];
  problems: ChangeProblem[];
}

/** Finds out which entities a question is about: those that it names, those of its documents, and those whose source its files are. */
export class ChangeQuestionReader {
  readonly #policy: ContinuityPolicy;
  readonly #locations: SourceLocations;

  static create(options: {
    policy: ContinuityPolicy;
    sourceLocations: SourceLocations;
  }) {
    return new ChangeQuestionReader(options.policy, options.sourceLocations);
  }

  private constructor(policy: ContinuityPolicy, locations: SourceLocations) {
    this.#policy = policy;
    this.#locations = locations;
  }

  async read(question: ChangeQuestion): Promise<ReadQuestion> {
    const touches = new Map<string, SaidTouch>();
    const problems: ChangeProblem[] = [];
    const touch = (ref: string): SaidTouch => {
      const known = touches.get(ref);
      if (known) return known;
      const begun: SaidTouch = {
        action: undefined,
        document: undefined,
        isVague: false,
        by: [],
        at: null,
      };
      touches.set(ref, begun);
      return begun;
    };

    (question.touched ?? []).forEach(({ entityRef, action }, index) => {
      const at = `touched[${index}].entityRef`;
      const said = touch(entityRef);
      if (said.at !== null) {
        problems.push({
          at,
          kind: 'duplicate',
          message: `${said.at} names ${entityRef}, too. The first one counts.`,
        });
        return;
      }
      said.at = at;
      said.action = action;
      said.isVague = action === 'modify';
      said.by.push('request');
    });

    const read = readProposed(question.proposed ?? [], this.#policy);
    problems.push(...read.problems);
    for (const document of read.proposed) {
      const said = touch(document.entity.entityRef);
      said.document = document;
      said.by.push(document.at);
      said.at ??= document.at;
    }

    const { mapped, unmapped, fileOf } = await this.#mapFiles(question.files);
    for (const { path, entityRefs } of mapped) {
      for (const ref of entityRefs) {
        const said = touch(ref);
        // the file of the document itself says nothing more than the document
        said.isVague ||= !(said.document && isDocument(path, fileOf(ref)));
        if (said.by.length < 10) said.by.push(path);
      }
    }
    return { touches, mapped, unmapped, problems };
  }

  async #mapFiles(files: ChangeQuestion['files']) {
    const isAsked = files !== undefined && files.paths.length > 0;
    const places = isAsked ? await this.#locations.in(files.repository) : [];
    const known = new Map(places.map(each => [each.entityRef, each.file]));
    return {
      ...mapFilesToEntities(files?.paths ?? [], places, this.#policy),
      fileOf: (ref: string) => known.get(ref) ?? null,
    };
  }
}

/** By its name alone, so that one that was moved is known again; where nobody knows the name, any YAML may be it. */
function isDocument(path: string, file: string | null): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return file === null ? /\.ya?ml$/i.test(name) : name === file;
}
