import Chip from '@material-ui/core/Chip';

/** Filters that came with the address and can only be taken away. */
export const FilterChips = (props: {
  chosen: string[] | undefined;
  labelOf: (value: string) => string;
  onChange: (chosen: string[] | undefined) => void;
}) => {
  const { chosen = [], labelOf, onChange } = props;
  return (
    <>
      {chosen.map(value => (
        <Chip
          key={value}
          size="small"
          label={labelOf(value)}
          onDelete={() => {
            const rest = chosen.filter(each => each !== value);
            onChange(rest.length ? rest : undefined);
          }}
        />
      ))}
    </>
  );
};
