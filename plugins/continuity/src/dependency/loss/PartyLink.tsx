import { EntityName } from '../../catalog/EntityName';
import { partyName } from '../../profile/valueText';

/** Somebody to be called: their own page tells how. */
export const PartyLink = (props: {
  party: { ref: string; title: string | null };
}) => {
  const { ref, title } = props.party;
  return <EntityName entityRef={ref} title={title ?? partyName(ref)} />;
};
