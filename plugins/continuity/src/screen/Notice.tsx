import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  action: { marginTop: theme.spacing(2) },
}));

/** What stands in the place of something that is not there: what it means, and the way on. */
export const Notice = (props: {
  title: string;
  text: ReactNode;
  action?: ReactNode;
}) => {
  const { title, text, action } = props;
  const classes = useStyles();
  return (
    <div role="status">
      <EntityInfoCard title={title}>
        <Typography variant="body2">{text}</Typography>
        {action && <div className={classes.action}>{action}</div>}
      </EntityInfoCard>
    </div>
  );
};
