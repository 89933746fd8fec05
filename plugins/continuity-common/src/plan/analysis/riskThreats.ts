/**
 * The threats that a new risk assessment starts from (DOMAIN.md §4). People leave out what does not apply, and add their own.
 *
 * @public
 */
export const startingThreats = [
  { id: 'loss-of-site', title: 'Loss of the site' },
  {
    id: 'loss-of-data-centre',
    title: 'Loss of a data centre or cloud region',
  },
  { id: 'loss-of-network', title: 'Loss of the network' },
  { id: 'loss-of-supplier', title: 'Loss of a supplier' },
  { id: 'loss-of-key-people', title: 'Loss of key people' },
  { id: 'data-corruption', title: 'Data corruption' },
  { id: 'ransomware', title: 'Ransomware' },
  { id: 'failed-change', title: 'Failed change' },
  { id: 'capacity', title: 'Lack of capacity' },
] as const;
