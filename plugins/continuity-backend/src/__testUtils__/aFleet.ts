import { aGroup, anEntity, aService, aSystem, aUser } from './anEntity';
import type { Knex } from 'knex';
import { FakeCatalog } from './FakeCatalog';
import { pathOf, Portal, type Role } from './Portal';

export const web = 'component:default/web';
export const checkout = 'component:default/checkout';
export const orders = 'component:default/orders';
export const db = 'resource:default/orders-db';
export const mail = 'component:default/mail';
export const hiddenLedger = 'component:default/secret-ledger';

const TEAM = 'group:default/shop-team';

/**
 * Web needs checkout, checkout needs orders and (softly) mail, orders needs a database that is slow to restore: a conflict three hops away. Two
 * services need each other. Somebody names a cache that nobody registered. `sam` may not see the secret ledger, which needs the database fastest.
 */
export function aFleet(): FakeCatalog {
  return new FakeCatalog(
    aService('web')
      .titled('Web shop')
      .ownedBy(TEAM)
      .annotated('continuity/tier', 'tier-1')
      .annotated('continuity/recovery-time', 'PT10M')
      .related('dependsOn', checkout),
    aService('checkout')
      .titled('Checkout')
      .ownedBy(TEAM)
      .partOf('system:default/shop')
      .annotated('continuity/tier', 'tier-1')
      .annotated('continuity/recovery-time', 'PT20M')
      .annotated('continuity/recovery-alternates', 'user:default/olivia')
      .annotated('continuity/soft-dependencies', mail)
      .related('dependsOn', orders)
      .related('dependsOn', mail)
      .related('dependsOn', 'component:default/search-a')
      .related('dependsOn', 'resource:default/cache'),
    aService('orders')
      .ownedBy('group:default/orders-team')
      .annotated('continuity/tier', 'tier-2')
      .annotated('continuity/recovery-time', 'PT30M')
      .related('dependsOn', db),
    anEntity(db)
      .typed('database')
      .titled('Orders database')
      .ownedBy('group:default/orders-team')
      .annotated('continuity/tier', 'tier-3')
      .annotated('continuity/recovery-time', 'PT20H'),
    aService('mail').ownedBy(TEAM),
    aService('search-a')
      .ownedBy(TEAM)
      .related('dependsOn', 'component:default/search-b'),
    aService('search-b')
      .ownedBy(TEAM)
      .related('dependsOn', 'component:default/search-a'),
    aService('secret-ledger')
      .titled('The secret ledger')
      .ownedBy('group:default/secret-team')
      .annotated('continuity/tier', 'tier-1')
      .annotated('continuity/rto', 'PT15M')
      .related('dependsOn', db),
    aSystem('shop').ownedBy(TEAM),
    aGroup('shop-team'),
    aGroup('orders-team'),
    aGroup('secret-team'),
    aUser('olivia').memberOf(TEAM),
    aUser('oskar').memberOf('group:default/orders-team'),
    aUser('sid').memberOf('group:default/secret-team'),
  );
}

/** A manager, somebody who owns the shop, one who owns nothing, one who sees half. */
export const fleetRoles: Record<string, Role> = {
  manuela: { isManager: true },
  olivia: { claims: ['user:default/olivia', TEAM] },
  rita: {},
  sam: {
    claims: ['user:default/sam', TEAM],
    reads: (ref: string) => !/secret|sid/.test(ref),
  },
};

/** What nobody like `sam` may find in an answer. */
export const hiddenNames = /secret|sid\b/i;

/** A portal with the fleet, once it has read the catalog. */
export async function startFleet(knex: Knex): Promise<Portal> {
  const portal = await Portal.start({
    knex,
    catalog: aFleet(),
    roles: fleetRoles,
  });
  await portal.sweep();
  return portal;
}

/** Where the dependencies of an entity are asked for. */
export function dependenciesOf(ref: string, query = ''): string {
  return `${pathOf(ref).replace('/entities/', '/dependencies/')}${query}`;
}

/** The refs of a list, in its order. */
export function refsOf(items: Array<{ entityRef: string }>): string[] {
  return items.map(({ entityRef }) => entityRef);
}

/** The gap with a code, of those about targets the one about the RTO. */
export function gapOf(body: any, code: string) {
  return body.gaps.find(
    (gap: any) =>
      gap.code === code && [undefined, 'rto'].includes(gap.params.field),
  );
}
