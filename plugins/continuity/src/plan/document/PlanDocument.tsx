import { Link } from '@backstage/core-components';
import Typography from '@material-ui/core/Typography';
import { makeStyles } from '@material-ui/core/styles';
import {
  planContentKeys,
  renamePlanEntities,
  type PlanContentKey,
  type PlanContents,
  type PlanDetail,
  type PlanPrivateContacts,
} from 'backstage-plugin-continuity-common';
import type { ReactNode } from 'react';
import { nameOfRef } from '../../catalog/EntityName';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { formatDay } from '../../status/formatDay';
import { usePartyName } from '../../profile/usePartyName';
import { contactName } from '../planContactName';
import { PlanContacts } from './PlanContacts';
import { PlanScopeTable } from './PlanScopeTable';
import { PlanSteps } from './PlanSteps';
import { MarkdownText } from '../../screen/MarkdownText';

const useStyles = makeStyles(theme => ({
  section: {
    '& + &': { marginTop: theme.spacing(3) },
    scrollMarginTop: theme.spacing(2),
  },
  heading: {
    fontSize: '1.125rem',
    fontWeight: 700,
    marginBottom: theme.spacing(1),
    breakAfter: 'avoid',
  },
  sub: { fontWeight: 600, marginTop: theme.spacing(1.5) },
  quiet: { color: theme.palette.text.secondary },
  list: { margin: 0, paddingLeft: theme.spacing(2.5) },
}));

/** Which contents are filled; the others are not applicable, in the referenced document, or missing. */
function bodyOf(contents: PlanContents): Record<PlanContentKey, boolean> {
  const { strategy, invocation, basis } = contents;
  return {
    purpose: contents.purpose !== '',
    scope: contents.scope.length > 0,
    strategy:
      strategy.kind !== null ||
      strategy.description !== '' ||
      strategy.resources !== '',
    invocationCriteria: invocation.criteria !== '',
    invokers: invocation.invokers.length > 0,
    contacts: contents.contacts.length > 0,
    minimumService: contents.minimumService !== '',
    recoveryRequirements: contents.recoveryRequirements !== '',
    steps: contents.steps.length > 0,
    lossOfService: contents.lossOfService !== '',
    returnToNormal: contents.returnToNormal !== '',
    basis: basis.bia !== null || basis.risk !== null,
  };
}

/** A version of a plan, to be read from top to bottom. */
export const PlanDocument = (props: {
  plan: PlanDetail;
  contents: PlanContents;
  secrets: PlanPrivateContacts['items'] | undefined;
  onSecrets: (secrets: PlanPrivateContacts['items']) => void;
  forPaper?: boolean;
}) => {
  const { plan, secrets, onSecrets, forPaper } = props;
  const contents = renamePlanEntities(props.contents, plan.renamed);
  const named = new Set(props.contents.scope.map(({ entityRef }) => entityRef));
  const renamed = plan.renamed.filter(({ from }) => named.has(from));
  const classes = useStyles();
  const { t } = useTranslation();
  const partyName = usePartyName();
  const locale = useLocale();
  const filled = bodyOf(contents);
  const roles = new Map(contents.contacts.map(each => [each.id, each]));
  const elsewhere = contents.reference?.contents ?? [];
  const { strategy, invocation, basis, reference } = contents;
  // on paper nobody knows in which year it was printed
  const day = (date: string) =>
    formatDay(date, { locale, ...(forPaper && { now: new Date(0) }) });

  const bodies: Record<PlanContentKey, () => ReactNode> = {
    purpose: () => <MarkdownText text={contents.purpose} />,
    scope: () => (
      <>
        <PlanScopeTable
          contents={contents}
          scopeEntries={plan.scopeEntries}
          redacted={plan.scope.redacted}
        />
        {renamed.map(({ from, to }) => (
          <div key={from} className={classes.quiet}>
            {t('plan.scope.renamed', {
              from: nameOfRef(from),
              to: nameOfRef(to),
            })}
          </div>
        ))}
      </>
    ),
    strategy: () => (
      <>
        {strategy.kind && (
          <Typography className={classes.sub} style={{ marginTop: 0 }}>
            {t(`plan.strategy.${strategy.kind}`)}
          </Typography>
        )}
        {strategy.description && <MarkdownText text={strategy.description} />}
        {strategy.resources && (
          <>
            <Typography component="h4" className={classes.sub}>
              {t('plan.strategy.resources')}
            </Typography>
            <MarkdownText text={strategy.resources} />
          </>
        )}
      </>
    ),
    invocationCriteria: () => <MarkdownText text={invocation.criteria} />,
    invokers: () => (
      <ul className={classes.list}>
        {invocation.invokers.map(id => (
          <li key={id}>{contactName(t, roles.get(id), partyName) ?? id}</li>
        ))}
      </ul>
    ),
    contacts: () => (
      <PlanContacts
        plan={plan}
        contacts={contents.contacts}
        secrets={secrets}
        onSecrets={onSecrets}
        forPaper={forPaper}
      />
    ),
    minimumService: () => <MarkdownText text={contents.minimumService} />,
    recoveryRequirements: () => (
      <MarkdownText text={contents.recoveryRequirements} />
    ),
    steps: () => (
      <PlanSteps
        steps={contents.steps}
        contacts={contents.contacts}
        scopeEntries={plan.scopeEntries.filter(({ entityRef }) =>
          contents.scope.some(each => each.entityRef === entityRef),
        )}
      />
    ),
    lossOfService: () => <MarkdownText text={contents.lossOfService} />,
    returnToNormal: () => <MarkdownText text={contents.returnToNormal} />,
    basis: () => (
      <ul className={classes.list}>
        {(['bia', 'risk'] as const).map(
          key =>
            basis[key] && (
              <li key={key}>
                {t(`plan.basis.${key}`, { date: day(basis[key]!.date) })}
                {basis[key]!.reference && `: ${basis[key]!.reference}`}
              </li>
            ),
        )}
      </ul>
    ),
  };

  const body = (key: PlanContentKey) => {
    if (filled[key]) return bodies[key]();
    if (elsewhere.includes(key)) {
      return (
        <Typography className={classes.quiet}>
          {t('plan.document.elsewhere')}
        </Typography>
      );
    }
    const reason = contents.notApplicable[key];
    return (
      <Typography className={classes.quiet}>
        {reason
          ? t('plan.document.notApplicable', { reason })
          : t('plan.document.missing')}
      </Typography>
    );
  };

  return (
    <div>
      {reference && (
        <section className={classes.section}>
          <Typography component="h3" className={classes.heading}>
            {t('plan.reference.title')}
          </Typography>
          <Link to={reference.url}>{reference.title || reference.url}</Link>
          <div className={classes.quiet}>
            {t('plan.reference.versionAndDate', {
              version: reference.version,
              date: day(reference.date),
            })}
          </div>
        </section>
      )}
      {planContentKeys.map(key => (
        <section
          key={key}
          id={forPaper ? undefined : `plan-${key}`}
          className={classes.section}
        >
          <Typography component="h3" className={classes.heading}>
            {t(`plan.section.${key}`)}
          </Typography>
          {body(key)}
        </section>
      ))}
      {contents.changeReference && (
        <section className={classes.section}>
          <Typography component="h3" className={classes.heading}>
            {t('plan.changeReference')}
          </Typography>
          {/^https?:\/\//.test(contents.changeReference) ? (
            <Link to={contents.changeReference}>
              {contents.changeReference}
            </Link>
          ) : (
            contents.changeReference
          )}
        </section>
      )}
    </div>
  );
};
