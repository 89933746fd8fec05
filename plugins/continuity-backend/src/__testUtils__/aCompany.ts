import { aGroup, anEntity, aService, aSystem, aUser } from './anEntity';
import { FakeCatalog } from './FakeCatalog';
import type { Role } from './Portal';

/** A service that everybody may see. */
export const checkout = 'component:default/checkout';
/** A service that the checkout depends on. */
export const cart = 'component:default/cart';
/** A service that `sam` may not see. */
export const ledger = 'component:default/ledger';

/** A catalog of which one person, `sam`, may not see the half with "secret", the ledger and `sid`. */
export function aCompany(): FakeCatalog {
  return new FakeCatalog(
    aSystem('shop').ownedBy('group:default/shop-team'),
    aService('checkout')
      .titled('Checkout')
      .ownedBy('group:default/shop-team')
      .partOf('system:default/shop')
      .related('dependsOn', ledger)
      .related('dependsOn', cart),
    aService('cart')
      .ownedBy('group:default/shop-team')
      .partOf('system:default/shop')
      .related('dependencyOf', checkout),
    aService('ledger')
      .titled('The secret ledger')
      .ownedBy('group:default/secret-team')
      .partOf('system:default/secret-bank')
      .related('dependencyOf', checkout),
    aSystem('secret-bank')
      .ownedBy('group:default/secret-team')
      .partOf('domain:default/secret-money'),
    anEntity('domain:default/secret-money').ownedBy(
      'group:default/secret-team',
    ),
    aGroup('shop-team').childOf('group:default/commerce'),
    aGroup('commerce'),
    aGroup('secret-team'),
    aGroup('empty-team'),
    aUser('olivia').memberOf('group:default/shop-team'),
    aUser('peter').memberOf('group:default/shop-team'),
    aUser('sid').memberOf('group:default/secret-team'),
    aUser('rita').titled('Rita Romero'),
  );
}

/** Managers, owners through groups, a reader, and one who sees half. */
export const roles: Record<string, Role> = {
  manuela: { isManager: true },
  martin: { isManager: true },
  olivia: { claims: ['user:default/olivia', 'group:default/shop-team'] },
  peter: { claims: ['user:default/peter', 'group:default/shop-team'] },
  rita: {},
  sam: {
    claims: ['user:default/sam', 'group:default/shop-team'],
    reads: (ref: string) => !/secret|ledger|sid/.test(ref),
  },
};
