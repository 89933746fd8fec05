import { useId } from 'react';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Radio from '@material-ui/core/Radio';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import Alert from '@material-ui/lab/Alert';
import AlertTitle from '@material-ui/lab/AlertTitle';
import type {
  ProfileConflict,
  ProfileField,
} from 'backstage-plugin-continuity-common';
import { nameOfRef } from '../catalog/EntityName';
import { relativeTime } from '../record/relativeTime';
import { useTranslation } from '../translation';
import type { Translate } from '../translation/Translate';
import { useLocale } from '../translation/useLocale';
import type { ConflictingFields } from './conflictingFields';
import { valueText } from './valueText';

export type ConflictChoice = 'mine' | 'theirs';

/** Shows both versions of a stale edit side by side; a person chooses field by field. */
export const ConflictPanel = (props: {
  conflict: ProfileConflict;
  fields: ConflictingFields;
  choices: Partial<Record<ProfileField, ConflictChoice>>;
  onChoose: (field: ProfileField, choice: ConflictChoice) => void;
}) => {
  const { conflict, fields, choices, onChoose } = props;
  const { t } = useTranslation();
  const locale = useLocale();
  const id = useId();
  const latest = [...conflict.changedSince].sort(
    (a, b) => Date.parse(b.at) - Date.parse(a.at),
  )[0];
  const title = latest
    ? t('profile.edit.conflict.title', {
        who: nameOfRef(latest.by, 'user'),
        when: relativeTime(latest.at, { locale, now: new Date() }),
      })
    : t('profile.edit.conflict.titleUnknown');

  return (
    <>
      <Alert severity="warning" role="alert">
        <AlertTitle>{title}</AlertTitle>
        {latest?.reason && (
          <div>
            {t('profile.edit.conflict.reason', { reason: latest.reason })}
          </div>
        )}
        {t('profile.edit.conflict.text')}
      </Alert>
      {fields.contested.length > 0 && (
        <Table size="small" aria-label={title}>
          <TableHead>
            <TableRow>
              <TableCell>{t('profile.edit.conflict.field')}</TableCell>
              <TableCell>{t('profile.edit.conflict.theirs')}</TableCell>
              <TableCell>{t('profile.edit.conflict.mine')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {fields.contested.map(row => (
              <TableRow key={row.field}>
                <TableCell component="th" scope="row">
                  {t(`profile.field.${row.field}`)}
                </TableCell>
                {(['theirs', 'mine'] as const).map(choice => (
                  <TableCell key={choice}>
                    <FormControlLabel
                      label={choiceLabel(t, choice, row.field, row[choice])}
                      control={
                        <Radio
                          color="primary"
                          size="small"
                          name={`${id}-${row.field}`}
                          checked={choices[row.field] === choice}
                          onChange={() => onChoose(row.field, choice)}
                          inputProps={{
                            'aria-label': `${t(
                              `profile.field.${row.field}`,
                            )}: ${choiceLabel(
                              t,
                              choice,
                              row.field,
                              row[choice],
                            )}`,
                          }}
                        />
                      }
                    />
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
      {fields.mine.length > 0 && (
        <Typography variant="body2" style={{ marginTop: 16 }}>
          {t('profile.edit.conflict.mineKept', {
            fields: fields.mine
              .map(field => t(`profile.field.${field}`))
              .join(', '),
          })}
        </Typography>
      )}
      {fields.theirs.length > 0 && (
        <Typography variant="body2" style={{ marginTop: 16 }}>
          {t('profile.edit.conflict.alsoChanged', {
            fields: fields.theirs
              .map(field => {
                const { value } = conflict.current.profile[field];
                return `${t(`profile.field.${field}`)} ${valueText(
                  t,
                  field,
                  value,
                )}`;
              })
              .join(', '),
          })}
        </Typography>
      )}
    </>
  );
};

function choiceLabel(
  t: Translate,
  choice: ConflictChoice,
  field: ProfileField,
  value: unknown,
): string {
  const text =
    value === null
      ? t('profile.edit.conflict.inherits')
      : valueText(t, field, value);
  return choice === 'mine'
    ? t('profile.edit.conflict.useMine', { value: text })
    : t('profile.edit.conflict.useTheirs', { value: text });
}
