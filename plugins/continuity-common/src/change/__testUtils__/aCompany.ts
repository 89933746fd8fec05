import { aDocument } from './aCatalogOf';

/** Metadata with annotations. */
export const marks = (annotations: Record<string, string>) => ({ annotations });
/** Metadata with a tier. */
export const tier = (id: string) => marks({ 'continuity/tier': id });
/** A chain of services of tier-1 down to a database, and what stands beside it. */
export const company = [
  aDocument(
    'web',
    { dependsOn: ['component:api'], owner: 'a' },
    tier('tier-1'),
  ),
  aDocument(
    'api',
    { dependsOn: ['component:ledger'], owner: 'a' },
    tier('tier-1'),
  ),
  aDocument(
    'ledger',
    { dependsOn: ['resource:db'], owner: 'b' },
    tier('tier-1'),
  ),
  aDocument('Resource:db', { owner: 'dba' }, tier('tier-1')),
  aDocument('Resource:archive', { owner: 'dba' }, tier('tier-3')),
  aDocument('mailer', { owner: 'a' }, tier('tier-4')),
  aDocument('part', { owner: 'b', system: 'money' }),
  aDocument('System:money', { owner: 'b' }, tier('tier-2')),
];
