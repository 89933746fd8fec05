import { makeStyles } from '@material-ui/core/styles';
import type { MineItem } from 'backstage-plugin-continuity-common';
import { MineLine } from './MineLine';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    '& > li + li': { borderTop: `1px solid ${theme.palette.divider}` },
  },
}));

/** Things to do, one line each. */
export const MineList = (props: {
  items: MineItem[];
  timeZone: string;
  label: string;
}) => {
  const { items, timeZone, label } = props;
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={label}>
      {items.map(item => (
        <li key={keyOf(item)}>
          <MineLine item={item} timeZone={timeZone} />
        </li>
      ))}
    </ul>
  );
};

function keyOf({ kind, step, id, entity, gap, depth }: MineItem): string {
  return [
    kind,
    step,
    id,
    entity?.entityRef,
    gap?.code,
    gap?.requirement,
    depth,
    // marks of one entity that can't be read differ in nothing else
    gap && JSON.stringify(gap.params),
  ].join('|');
}
