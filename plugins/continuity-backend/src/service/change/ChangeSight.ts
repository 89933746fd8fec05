import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { ChangeAssessment } from 'backstage-plugin-continuity-common';
import { changeNotFound } from '../../change/ChangeWriter';
import type { ChangeStore, StoredChange } from '../../change/ChangeStore';
import { hideInAssessment } from '../../permissions/hideInAssessment';
import type { MachineScopes } from '../../change/MachineScopes';
import type { GraphKeeper } from '../../dependency/GraphKeeper';
import type { GraphSnapshot } from '../../dependency/GraphSnapshot';
import type { Access } from '../../permissions/CallerAccess';
import { collectEntityRefs } from '../../permissions/entityRefsIn';
import { DependencySight } from '../dependency/DependencySight';

interface Options {
  graph: GraphKeeper;
  sight: DependencySight;
  changeStore: ChangeStore;
  machineScopes: MachineScopes;
}

type Test = (ref: string) => boolean;

/** Decides which changes somebody may see, and what of them may be named. */
export class ChangeSight {
  readonly #options: Options;

  static create(options: Options) {
    return new ChangeSight(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** Whether nothing has to be hidden from the caller. */
  seesAll(access: Access): boolean {
    return (
      access.read.decision.result === AuthorizeResult.ALLOW &&
      (access.isUser || this.#options.machineScopes.isAll(access.subject))
    );
  }

  /**
   * Tells for each of the refs whether the caller may read it in the catalog (`isVisible`), and whether what they get may name it (`isShown`): a
   * machine's answer ends up in a pull request, so it names only what is in the machine's scope.
   */
  async among(
    refs: Iterable<string>,
    about: { access: Access; snapshot?: GraphSnapshot },
  ): Promise<{ isVisible: Test; isShown: Test }> {
    const { graph, sight, machineScopes } = this.#options;
    const { access } = about;
    const wanted = [...refs];
    const snapshot = about.snapshot ?? (await graph.current());
    const isVisible = await sight.among(wanted, { snapshot, access });
    if (access.isUser) return { isVisible, isShown: isVisible };
    const isInScope = await machineScopes.among(access.subject, wanted);
    return { isVisible, isShown: ref => isVisible(ref) && isInScope(ref) };
  }

  /** The change, and which of the entities that it touches may be named. */
  async open(
    changeId: string,
    access: Access,
  ): Promise<{ change: StoredChange; touched: string[]; hidden: Set<string> }> {
    const { changeStore } = this.#options;
    const change = await changeStore.get(changeId);
    if (!change) throw changeNotFound();
    const touched = (await changeStore.entitiesOf([changeId]))
      .filter(({ effect }) => effect === 'touched')
      .map(({ entityRef }) => entityRef);
    const { isVisible, isShown } = await this.among(touched, { access });
    if (!maySee(change, { touched, isVisible, access })) throw changeNotFound();
    return {
      change,
      touched,
      hidden: new Set(touched.filter(ref => !isShown(ref))),
    };
  }

  /** Of several changes, those that the caller may see. */
  async seen(
    changeIds: string[],
    access: Access,
  ): Promise<Map<string, StoredChange>> {
    const { changeStore } = this.#options;
    const changes = await changeStore.getMany(changeIds);
    const touched = (await changeStore.entitiesOf([...changes.keys()])).filter(
      ({ effect }) => effect === 'touched',
    );
    const { isVisible } = await this.among(
      new Set(touched.map(({ entityRef }) => entityRef)),
      { access },
    );
    return new Map(
      [...changes].filter(([id, change]) =>
        maySee(change, {
          touched: touched.flatMap(hit =>
            hit.changeId === id ? hit.entityRef : [],
          ),
          isVisible,
          access,
        }),
      ),
    );
  }

  /** An assessment as the caller may read it. */
  async show(
    assessment: ChangeAssessment,
    access: Access,
  ): Promise<ChangeAssessment> {
    if (this.seesAll(access)) return assessment;
    const { isShown } = await this.among(collectEntityRefs(assessment), {
      access,
    });
    return hideInAssessment(assessment, isShown);
  }
}

/** Whoever asked for it, or may see something that it touches. */
function maySee(
  change: StoredChange,
  about: { touched: string[]; isVisible: Test; access: Access },
): boolean {
  const { touched, isVisible, access } = about;
  const isOwn = change.requestedBy === access.subject;
  return isOwn || touched.length === 0 || touched.some(isVisible);
}
