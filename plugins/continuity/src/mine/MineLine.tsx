import { Link, LinkButton } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';
import type { MineItem } from 'backstage-plugin-continuity-common';
import { EntityName } from '../catalog/EntityName';
import { useNames } from '../catalog/Names';
import { useContinuityTabLink } from '../coverage/useContinuityTabLink';
import { useFormats } from '../screen/useFormats';
import { formatDay, formatDueDay } from '../status/formatDay';
import { DepthName } from '../testing/DepthName';
import { useTranslation } from '../translation';
import type { Translate } from '../translation/Translate';
import { itemSentence } from './itemSentence';
import { MineSign } from './MineSign';
import { useStepAddress } from './useStepAddress';

/** Of these the title is that of a service. */
const OF_SERVICE: MineItem['kind'][] = [
  'gap',
  'due-test',
  'exemption',
  'agreement',
  'bia',
  'risk',
];

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '22px minmax(0, 1fr) auto',
    gap: theme.spacing(0.25, 1),
    alignItems: 'start',
    padding: theme.spacing(1.25, 0),
  },
  sign: { display: 'inline-flex', paddingTop: 1 },
  title: { fontWeight: 600, overflowWrap: 'anywhere' },
  sentence: { overflowWrap: 'anywhere' },
  facts: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1.5),
    color: theme.palette.text.secondary,
    fontSize: '0.875rem',
    // beside other words the colour alone does not tell a link
    '& a': { textDecoration: 'underline' },
  },
  late: { fontWeight: 600, color: theme.palette.text.primary },
  step: { textTransform: 'none', whiteSpace: 'nowrap', fontFamily: 'inherit' },
}));

/** One thing to do: a sign, what it is about, why it waits, until when, and the one step that settles it. */
export const MineLine = (props: {
  item: MineItem;
  timeZone: string;
  /** It stands alone: its step is the page's main one. */
  isFirst?: boolean;
}) => {
  const { item, timeZone, isFirst = false } = props;
  const { title, entity, others, depth, kind } = item;
  const classes = useStyles();
  const { t } = useTranslation();
  const { locale, number } = useFormats();
  const names = useNames();
  const tabOf = useContinuityTabLink();
  const to = useStepAddress()(item);
  const step = stepText(t, item);
  const isOfService = OF_SERVICE.includes(kind);

  return (
    <div className={classes.root}>
      <span className={classes.sign}>
        <MineSign item={item} />
      </span>
      <div>
        <div className={classes.title}>
          {isOfService && entity ? (
            <Link to={tabOf(entity.entityRef)}>
              {/* its parts are often called the same */}
              {entity.entityRef.startsWith('system:')
                ? t('mine.system', { title })
                : title}
            </Link>
          ) : (
            title
          )}
          {isOfService && others > 0 && (
            <> {t('mine.others', { count: others, shown: number(others) })}</>
          )}
        </div>
        <div className={classes.sentence}>
          {itemSentence(t, item, { locale, names })}
        </div>
        <div className={classes.facts}>
          {item.dueAt && (
            <span className={item.late ? classes.late : undefined}>
              {dueText(t, item, { locale, timeZone })}
            </span>
          )}
          {kind === 'test' && depth && <DepthName depth={depth} />}
          {!isOfService && entity && (
            <span>
              <EntityName entityRef={entity.entityRef} title={entity.title} />
              {others > 0 && (
                <>
                  {' '}
                  {t('mine.others', { count: others, shown: number(others) })}
                </>
              )}
            </span>
          )}
        </div>
      </div>
      {to && (
        <LinkButton
          to={to}
          size="small"
          color="primary"
          variant={isFirst ? 'contained' : 'outlined'}
          className={classes.step}
          aria-label={t('mine.stepOf', { step, title })}
        >
          {step}
        </LinkButton>
      )}
    </div>
  );
};

const FIELDS = {
  tier: 'tier',
  rto: 'rto',
  rpo: 'rpo',
  mtpd: 'mtpd',
  owner: 'recoveryOwner',
  alternates: 'recoveryAlternates',
} as const;

function stepText(t: Translate, { step, gap }: MineItem): string {
  const field = FIELDS[gap?.requirement as keyof typeof FIELDS];
  return step === 'set-value' && field
    ? t('assessment.gaps.editField', { field: t(`profile.field.${field}`) })
    : t(`mine.step.${step}`);
}

function dueText(
  t: Translate,
  item: MineItem,
  days: { locale: string; timeZone: string },
): string {
  const { kind, step, late } = item;
  const dueAt = item.dueAt!;
  if (late) return t('mine.late', { date: formatDay(dueAt, days) });
  if (step === 'open-test' && kind === 'test') {
    return t('mine.on', { date: formatDay(dueAt, days) });
  }
  const date = formatDueDay(dueAt, days);
  return t(kind === 'exemption' ? 'mine.ends' : 'mine.due', { date });
}
