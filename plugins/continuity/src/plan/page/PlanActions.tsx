import { usePermission } from '@backstage/plugin-permission-react';
import Button from '@material-ui/core/Button';
import Menu from '@material-ui/core/Menu';
import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import {
  continuityPlanCreatePermission,
  type PlanDetail,
  type PlanVersion,
} from 'backstage-plugin-continuity-common';
import { useState, type MouseEvent } from 'react';
import { useTranslation } from '../../translation';

const useStyles = makeStyles(theme => ({
  root: { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) },
}));

export type PlanDialogName =
  | 'submit'
  | 'return'
  | 'approve'
  | 'archive'
  | 'discard'
  | 'clone'
  | 'review';

/** What the reader may do with the plan now; the most likely first, the rest in a menu. */
export const PlanActions = (props: {
  plan: PlanDetail;
  version: PlanVersion;
  onEdit: () => void;
  onOpen: (dialog: PlanDialogName) => void;
  onExport: () => void;
  onPrint: () => void;
}) => {
  const { plan, version, onEdit, onOpen, onExport, onPrint } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const create = usePermission({ permission: continuityPlanCreatePermission });
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const may = (action: PlanDetail['allowedActions'][number]) =>
    plan.allowedActions.includes(action);
  // who decides about a version has to see that version
  const showsOpen = plan.open?.version === version.version;
  const inReview = showsOpen && version.state === 'in-review';
  const isDraft = showsOpen && version.state === 'draft';

  const menu: Array<{ label: string; onClick: () => void }> = [
    ...(may('plan.confirm') && plan.inForce
      ? [
          {
            label: t('plan.action.confirmReview'),
            onClick: () => onOpen('review'),
          },
        ]
      : []),
    ...(create.allowed
      ? [{ label: t('plan.action.clone'), onClick: () => onOpen('clone') }]
      : []),
    { label: t('plan.action.export'), onClick: onExport },
    { label: t('plan.action.print'), onClick: onPrint },
    ...(may('plan.update') &&
    plan.open?.state === 'draft' &&
    plan.versions.length > 1
      ? [{ label: t('plan.action.discard'), onClick: () => onOpen('discard') }]
      : []),
    ...(may('plan.archive')
      ? [{ label: t('plan.action.archive'), onClick: () => onOpen('archive') }]
      : []),
  ];
  const edit = may('plan.update') && plan.open?.state !== 'in-review';

  return (
    <div className={classes.root}>
      {inReview && may('plan.approve') && (
        <Button
          color="primary"
          variant="contained"
          onClick={() => onOpen('approve')}
        >
          {t('plan.action.approve')}
        </Button>
      )}
      {inReview && may('plan.return') && (
        <Button variant="outlined" onClick={() => onOpen('return')}>
          {t('plan.action.return')}
        </Button>
      )}
      {isDraft && may('plan.submit') && (
        <Button
          color="primary"
          variant="contained"
          disabled={plan.shortcomings.length > 0}
          title={
            plan.shortcomings.length > 0
              ? t('plan.action.submitNotYet', {
                  count: plan.shortcomings.length,
                })
              : undefined
          }
          onClick={() => onOpen('submit')}
        >
          {t('plan.action.submit')}
        </Button>
      )}
      {edit && (
        <Button variant="outlined" color="primary" onClick={onEdit}>
          {t(plan.open ? 'plan.action.edit' : 'plan.action.nextVersion')}
        </Button>
      )}
      <Button
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event: MouseEvent<HTMLElement>) =>
          setAnchor(event.currentTarget)
        }
      >
        {t('plan.action.more')}
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
      >
        {menu.map(({ label, onClick }) => (
          <MenuItem
            key={label}
            onClick={() => {
              setAnchor(null);
              onClick();
            }}
          >
            {label}
          </MenuItem>
        ))}
      </Menu>
    </div>
  );
};
