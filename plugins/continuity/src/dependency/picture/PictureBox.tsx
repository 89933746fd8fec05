import { makeStyles, useTheme } from '@material-ui/core/styles';
import LinkOffIcon from '@material-ui/icons/LinkOff';
import LoopIcon from '@material-ui/icons/Loop';
import ReportProblemOutlinedIcon from '@material-ui/icons/ReportProblemOutlined';
import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { ContinuityStatusChip } from '../../status';
import { legibleColour } from '../../status/legibleColour';
import { statusColour } from '../../status/statusColour';
import { useTranslation } from '../../translation';
import type { PictureNode } from 'backstage-plugin-continuity-common';

const useStyles = makeStyles(theme => ({
  box: {
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    width: '100%',
    height: '100%',
    padding: theme.spacing(0.5, 1),
    borderRadius: theme.shape.borderRadius,
    border: `1px solid ${theme.palette.text.secondary}`,
    background: theme.palette.background.paper,
    color: theme.palette.text.primary,
    '&:focus-within': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  root: { borderWidth: 3, borderColor: theme.palette.primary.main },
  unresolved: { borderStyle: 'dashed' },
  text: { minWidth: 0, flex: 1 },
  name: {
    display: 'block',
    fontWeight: 600,
    fontSize: '0.8125rem',
    lineHeight: 1.3,
    color: theme.palette.text.primary,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '&:focus': { outline: 'none' },
  },
  kind: {
    fontSize: '0.6875rem',
    lineHeight: 1.2,
    color: theme.palette.text.secondary,
    whiteSpace: 'nowrap',
  },
  sign: { fontSize: '1rem', flex: 'none' },
}));

/** An entity in the picture: its status as a shape, its name as a link. */
export const PictureBox = (props: { node: PictureNode; isRoot: boolean }) => {
  const { node, isRoot } = props;
  const { entityRef, title, kind, status, resolved, conflicts, inCycle } =
    node.item;
  const classes = useStyles();
  const theme = useTheme();
  const { t } = useTranslation();
  const entityRoute = useRouteRef(entityRouteRef);
  const warning = legibleColour({
    colour: statusColour(theme, 'exposed'),
    background: theme.palette.background.paper,
  });
  const says = [
    title,
    kind,
    !resolved && t('dependency.row.unresolved'),
    conflicts.length > 0 && t('dependency.list.conflicts'),
    inCycle && t('dependency.row.cycle'),
  ]
    .filter(Boolean)
    .join(', ');
  const className = [
    classes.box,
    isRoot && classes.root,
    !resolved && classes.unresolved,
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={className} data-node={entityRef}>
      {status && <ContinuityStatusChip status={status} dense />}
      {!resolved && <LinkOffIcon className={classes.sign} aria-hidden />}
      <span className={classes.text}>
        {resolved ? (
          <Link
            to={entityRoute(
              entityRouteParams(entityRef, { encodeParams: true }),
            )}
            className={classes.name}
            title={title}
            aria-label={says}
            aria-current={isRoot ? 'true' : undefined}
          >
            {title}
          </Link>
        ) : (
          <span className={classes.name} title={says}>
            {title}
          </span>
        )}
        <span className={classes.kind}>{kind}</span>
      </span>
      {conflicts.length > 0 && (
        <ReportProblemOutlinedIcon
          className={classes.sign}
          style={{ color: warning }}
          aria-hidden
        />
      )}
      {inCycle && <LoopIcon className={classes.sign} aria-hidden />}
    </div>
  );
};
