import type { Knex } from 'knex';
import { aGroup, aService, aUser } from './anEntity';
import { FakeCatalog } from './FakeCatalog';
import { Portal } from './Portal';

const team = 'group:default/shop-team';

function aBank(name: string) {
  return aService(name)
    .ownedBy(team)
    .from('url:https://example.org/bank/catalog-info.yaml')
    .annotated('continuity/tier', 'tier-2');
}

/** A portal in which a service gets another name, which a person has to say. */
export class RenamedBank {
  static readonly team = team;
  /** Beside it, and untouched. */
  static readonly one = 'component:default/one';
  static readonly before = 'component:default/bank';
  static readonly after = 'component:default/vault';

  static async start(knex: Knex): Promise<RenamedBank> {
    const catalog = new FakeCatalog(
      aGroup('shop-team'),
      aUser('olivia').memberOf(team),
      aBank('bank'),
      // so that one of them is not too much to vanish at once
      ...['one', 'two', 'three', 'four', 'five'].map(name =>
        aService(name).ownedBy(team),
      ),
    );
    const roles = { manuela: { isManager: true }, martin: { isManager: true } };
    const portal = await Portal.start({ knex, catalog, roles });
    await portal.sweep();
    return new RenamedBank(portal, catalog);
  }

  private constructor(
    readonly portal: Portal,
    private readonly catalog: FakeCatalog,
  ) {}

  /** The catalog has it under the other name; nobody has said yet that it is the same. */
  async rename(): Promise<void> {
    this.catalog.remove(RenamedBank.before);
    this.catalog.put(aBank('vault'));
    await this.portal.sweep();
    await this.portal.sweep();
  }

  /** A manager says that it is the same. */
  async carryOver(reason: string): Promise<void> {
    const manuela = this.portal.as('manuela');
    const { body } = await manuela.get('/carry-overs').expect(200);
    await manuela
      .post(`/carry-overs/${body.items[0].id}/decide`, {
        decision: 'carry-over',
        reason,
      })
      .expect(200);
  }
}
