import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import type {
  ChangeAssessment,
  ImpactedEntity,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { EntityName, nameOfRef } from '../../catalog/EntityName';
import { useNames } from '../../catalog/Names';
import { DependencyPath } from '../../dependency/DependencyPath';
import { useFormats } from '../../screen/useFormats';
import { Explained } from '../../record/Explained';
import { ContinuityStatusChip } from '../../status';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';

/** A change of a hub hits hundreds; what else is said must stay in sight. */
const SHOWN = 15;

const COLUMNS = ['entity', 'effect', 'tier', 'status', 'path'] as const;

/** What a change hits: how, how critical it is, and by which way. */
export const ImpactCard = (props: { assessment: ChangeAssessment }) => {
  const { impacted, totalImpacted, byTier, withoutPlan } = props.assessment;
  const shared = usePageStyles();
  const { t } = useTranslation();
  const { number } = useFormats();
  const [all, setAll] = useState(false);
  const shown = all ? impacted : impacted.slice(0, SHOWN);
  const more = impacted.length - SHOWN;
  return (
    <EntityInfoCard title={t('change.impact.title')}>
      <Typography variant="body2" paragraph>
        {totalImpacted === 0
          ? t('change.impact.none')
          : t('change.impact.number', {
              count: totalImpacted,
              shown: number(totalImpacted),
            })}
        {byTier.length > 0 &&
          ` (${byTier
            .map(each =>
              t('change.impact.byTier', {
                tier: each.tier?.title ?? t('change.impact.noTier'),
                shown: number(each.impacted),
              }),
            )
            .join(', ')})`}
        {totalImpacted > 0 && '.'}
        {withoutPlan > 0 &&
          ` ${t('change.impact.withoutPlan', {
            count: withoutPlan,
            shown: number(withoutPlan),
          })}`}
      </Typography>
      {impacted.length > 0 && (
        <TableContainer>
          <Table
            size="small"
            className={shared.table}
            aria-label={t('change.impact.title')}
          >
            <TableHead>
              <TableRow>
                {COLUMNS.map(column => (
                  <TableCell key={column}>
                    {t(`change.impact.${column}`)}
                  </TableCell>
                ))}
              </TableRow>
            </TableHead>
            <TableBody>
              {shown.map(entity => (
                <ImpactRow key={entity.entityRef} entity={entity} />
              ))}
            </TableBody>
          </Table>
        </TableContainer>
      )}
      {more > 0 && (
        <Button size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all
            ? t('change.impact.fewer')
            : t('change.impact.more', { shown: number(more) })}
        </Button>
      )}
    </EntityInfoCard>
  );
};

function ImpactRow(props: { entity: ImpactedEntity }) {
  const { entityRef, effect, action, path, tier, status, resolved } =
    props.entity;
  const shared = usePageStyles();
  const { t } = useTranslation();
  const names = useNames();
  const [open, setOpen] = useState(false);
  const name = names[entityRef] ?? nameOfRef(entityRef);
  const kind = entityRef.split(':')[0];
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        <EntityName entityRef={entityRef} title={name} />
        <div className={shared.small}>
          {kind}
          {!resolved && ` · ${t('change.impact.unresolved')}`}
        </div>
      </TableCell>
      <TableCell>
        <Explained
          as="caption"
          explanation={t(`change.effectMeaning.${effect}`)}
        >
          {t(`change.effect.${effect}`)}
        </Explained>
        {action && action !== 'modify' && (
          <div className={shared.small}>
            {t(`change.touchAction.${action}`)}
          </div>
        )}
      </TableCell>
      <TableCell>{tier?.title ?? '–'}</TableCell>
      <TableCell>
        {status ? <ContinuityStatusChip status={status} /> : '–'}
      </TableCell>
      <TableCell>
        {path.length > 1 && (
          <>
            <Button
              size="small"
              aria-expanded={open}
              aria-label={t(
                open ? 'change.impact.hidePath' : 'change.impact.showPath',
                { name },
              )}
              onClick={() => setOpen(!open)}
            >
              {t(open ? 'change.findings.hide' : 'change.findings.show')}
            </Button>
            {open && <DependencyPath path={path} titles={names} />}
          </>
        )}
      </TableCell>
    </TableRow>
  );
}
