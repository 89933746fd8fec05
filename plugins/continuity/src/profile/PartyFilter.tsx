import { PartyPicker } from './PartyPicker';
import { usePartyName } from './usePartyName';

/** A filter by a user or group. */
export const PartyFilter = (props: {
  id: string;
  label: string;
  chosen: string[] | undefined;
  onChange: (chosen: string[] | undefined) => void;
}) => {
  const { id, label, chosen, onChange } = props;
  const partyName = usePartyName();
  return (
    <div style={{ width: 210 }}>
      <PartyPicker
        id={id}
        label={label}
        value={chosen?.[0] ?? ''}
        title={chosen && partyName(chosen[0])}
        onChange={ref => onChange(ref ? [ref] : undefined)}
      />
    </div>
  );
};
