import { useId } from 'react';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import RadioGroup from '@material-ui/core/RadioGroup';
import LockIcon from '@material-ui/icons/Lock';
import { makeStyles } from '@material-ui/core/styles';
import type {
  ContinuityPolicy,
  EntityContinuity,
  ProfileField,
} from 'backstage-plugin-continuity-common';
import { Explained } from '../record/Explained';
import { useTranslation } from '../translation';
import type { Translate } from '../translation/Translate';
import { CatalogFileLink } from './CatalogFileLink';
import { FieldInput } from './FieldInput';
import type { DraftMode, FieldDraft } from './profileDraft';
import { sourceCaption } from './sourceText';
import { valueText } from './valueText';

const useStyles = makeStyles(theme => ({
  root: {
    fontFamily: theme.typography.fontFamily,
    border: 0,
    borderTop: `1px solid ${theme.palette.divider}`,
    margin: 0,
    padding: theme.spacing(1.5, 0),
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: '150px minmax(0, 1fr)',
    columnGap: theme.spacing(2),
    [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
  },
  // A legend can't be a grid item; it is floated out of its special place.
  legend: {
    float: 'left',
    padding: theme.spacing(0.5, 0),
    fontWeight: 600,
    fontSize: theme.typography.body2.fontSize,
  },
  content: { minWidth: 0 },
  choice: { marginRight: theme.spacing(3) },
  label: { fontSize: theme.typography.body2.fontSize },
  radio: { padding: theme.spacing(0.5), marginLeft: theme.spacing(0.5) },
  input: { marginTop: theme.spacing(1) },
  locked: {
    color: theme.palette.text.secondary,
    '& svg': { fontSize: 16, verticalAlign: '-3px', marginRight: 4 },
  },
}));

/** One field of the edit form: inherit, set here, or locked by the catalog file. */
export const ProfileFieldset = (props: {
  field: ProfileField;
  draft: FieldDraft;
  error?: string;
  continuity: EntityContinuity;
  policy: ContinuityPolicy;
  onChange: (draft: FieldDraft) => void;
}) => {
  const { field, draft, error, continuity, policy, onChange } = props;
  const classes = useStyles();
  const { t } = useTranslation();
  const id = useId();
  const effective = continuity.profile[field];
  const modes: DraftMode[] =
    field === 'rpo' ? ['inherit', 'set', 'none'] : ['inherit', 'set'];
  const labels: Record<DraftMode, string> = {
    inherit: inheritLabel(t, field, continuity),
    set: t('profile.edit.setHere'),
    none: t('profile.edit.holdsNoData'),
  };

  return (
    <fieldset className={classes.root} data-field={field}>
      <legend className={classes.legend}>
        <Explained explanation={t(`profile.term.${field}`)}>
          {t(`profile.field.${field}`)}
        </Explained>
      </legend>
      <div className={classes.content}>
        {effective.locked ? (
          <div className={classes.locked}>
            <LockIcon titleAccess={t('profile.card.locked')} />
            <strong>
              {valueText(t, field, effective.value, continuity.parties)}
            </strong>{' '}
            {effective.origin?.key
              ? t('profile.edit.lockedHintKey', { key: effective.origin.key })
              : t('profile.edit.lockedHint')}{' '}
            {(continuity.file?.edit || continuity.file?.view) && (
              <CatalogFileLink file={continuity.file}>
                {t('profile.edit.openFile')}
              </CatalogFileLink>
            )}
          </div>
        ) : (
          <>
            <RadioGroup
              row
              name={id}
              value={draft.mode}
              onChange={(_event, mode) =>
                onChange({ ...draft, mode: mode as DraftMode })
              }
            >
              {modes.map(mode => (
                <FormControlLabel
                  key={mode}
                  value={mode}
                  label={labels[mode]}
                  className={classes.choice}
                  classes={{ label: classes.label }}
                  control={
                    <Radio
                      color="primary"
                      size="small"
                      className={classes.radio}
                    />
                  }
                />
              ))}
            </RadioGroup>
            {draft.mode === 'set' && (
              <div className={classes.input}>
                <FieldInput
                  id={`${id}-input`}
                  field={field}
                  value={draft.value}
                  error={error}
                  policy={policy}
                  parties={continuity.parties}
                  onChange={value => onChange({ ...draft, value })}
                />
              </div>
            )}
          </>
        )}
      </div>
    </fieldset>
  );
};

/** What would hold without a value of its own: that is what "inherit" means. */
function inheritLabel(
  t: Translate,
  field: ProfileField,
  continuity: EntityContinuity,
): string {
  const effective = continuity.profile[field];
  const { value, origin } =
    effective.source === 'portal'
      ? effective.fallback ?? { value: null, origin: null }
      : effective;
  if (value === null || !origin) return t('profile.edit.inheritGivesNothing');
  return t('profile.edit.inheritGives', {
    value: valueText(t, field, value, continuity.parties),
    source: sourceCaption(t, origin, continuity.names),
  });
}
