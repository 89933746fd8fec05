import type { Knex } from 'knex';
import { aCompany, checkout, roles } from './aCompany';
import { approvePlan, planContents, submitPlan } from './aPlan';
import type { FakeCatalog } from './FakeCatalog';
import { pathOf, Portal } from './Portal';

/** A portal with the company, whose checkout has a tier of its own. */
export class TieredShop {
  static async start(
    knex: Knex,
    values: { tier: string; rto?: string; rpo?: string },
  ): Promise<TieredShop> {
    const catalog = aCompany();
    const portal = await Portal.start({ knex, catalog, roles });
    await portal.sweep();
    await portal
      .as('manuela')
      .edit(checkout, values, { revision: 0 })
      .expect(200);
    return new TieredShop(portal, catalog);
  }

  /** With a tier that asks for tests of the checkout, and targets to hold their results against. */
  static async startWithTests(knex: Knex): Promise<TieredShop> {
    return TieredShop.start(knex, { tier: 'tier-1', rto: '1h', rpo: '5m' });
  }

  private constructor(readonly portal: Portal, readonly catalog: FakeCatalog) {}

  /** What the tab of an entity shows. */
  async tab(ref: string, user = 'manuela') {
    return (await this.portal.as(user).get(pathOf(ref)).expect(200)).body;
  }

  /** Codes of the gaps about plans. */
  async planGaps(ref: string): Promise<string[]> {
    return (await this.tab(ref)).gaps
      .map((gap: any) => gap.code)
      .filter((code: string) => code.startsWith('plan'));
  }

  /** Codes and requirements of the gaps about tests. */
  async testGaps(ref: string): Promise<string[]> {
    return (await this.tab(ref)).gaps
      .map((gap: any) => `${gap.code} ${gap.requirement}`)
      .filter((code: string) => /test/.test(code));
  }

  /** Where the entity stands with tests of a depth. */
  async requirement(depth: string, ref = checkout) {
    const { tests } = await this.tab(ref);
    return tests.requirements.find((one: any) => one.depth === depth);
  }

  async plan(planId: string, user = 'manuela') {
    return (await this.portal.as(user).get(`/plans/${planId}`).expect(200))
      .body;
  }

  async test(testId: string, user = 'manuela') {
    return (await this.portal.as(user).get(`/tests/${testId}`).expect(200))
      .body;
  }

  /** A plan in force for the checkout. */
  async coverCheckout() {
    return approvePlan(
      this.portal.as('manuela'),
      await submitPlan(this.portal.as('olivia'), planContents([checkout])),
    );
  }
}
