import { makeStyles } from '@material-ui/core/styles';
import { ColumnsMenu } from './ColumnsMenu';
import type { CoverageSearch } from './coverageSearch';
import { GroupBySelect } from './GroupBySelect';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1),
    marginBottom: theme.spacing(1),
    '& .MuiInputLabel-root:not(.Mui-focused)': {
      color: theme.palette.text.primary,
    },
  },
}));

/** How the answer is laid out: as groups or as a list, with which columns. */
export const CoverageShapes = (props: {
  search: CoverageSearch;
  onChange: (patch: Partial<CoverageSearch>) => void;
}) => {
  const { search, onChange } = props;
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <GroupBySelect
        group={search.group}
        onChange={group => onChange({ group })}
      />
      {!search.group && (
        <ColumnsMenu
          columns={search.columns}
          onChange={columns => onChange({ columns })}
        />
      )}
    </div>
  );
};
