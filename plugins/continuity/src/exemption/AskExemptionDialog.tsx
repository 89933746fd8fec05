import { useApi } from '@backstage/core-plugin-api';
import DialogContentText from '@material-ui/core/DialogContentText';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import {
  exemptionDayAfter,
  isExemptible,
  type ExemptionDetail,
  type ExemptionLimits,
  type ExemptionSummary,
} from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import { useId, useState } from 'react';
import { continuityApiRef } from '../api';
import { FormDialog } from '../screen/FormDialog';
import { formatDay } from '../status/formatDay';
import { useTranslation } from '../translation';
import { useLocale } from '../translation/useLocale';
import { exemptedName } from './exemptedName';
import { sayRefusal } from './sayRefusal';

/** What may be chosen beside the requirement of the gap: more of the same kind, and everything. */
function choicesFor(requirement: string): string[] {
  const [kind, detail] = requirement.split(':');
  return [
    requirement,
    ...(kind === 'test' && detail !== undefined ? ['test'] : []),
    'all',
  ].filter((each, at, all) => isExemptible(each) && all.indexOf(each) === at);
}

/** Asks for an exemption, or for the renewal of one: from what, until when, and why. */
export const AskExemptionDialog = (props: {
  entityRef: string;
  /** Of the gap. */
  requirement: string;
  /** The one that is renewed. */
  renews?: ExemptionSummary;
  limits: ExemptionLimits;
  /** The policy's, in which the day ends. */
  timeZone: string | undefined;
  onDone: (exemption: ExemptionDetail) => void;
  onClose: () => void;
}) => {
  const { entityRef, renews, limits, timeZone = 'UTC', onDone } = props;
  const api = useApi(continuityApiRef).exemptions;
  const { t } = useTranslation();
  const locale = useLocale();
  const id = useId();
  const choices = renews ? [renews.requirement] : choicesFor(props.requirement);
  const [requirement, setRequirement] = useState(choices[0]);
  const today = DateTime.now().setZone(timeZone).toISODate()!;
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  // one that starts today starts as soon as it is approved
  const startsLater = from > today;
  const latestDay = startsLater
    ? exemptionDayAfter(from, { longest: limits.longest, timeZone })
    : limits.latestDay;
  const latest = formatDay(latestDay, { locale });

  const startProblem = () => {
    if (!from) return t('exemption.ask.fromNeeded');
    return from < today ? t('exemption.ask.fromPast') : undefined;
  };
  const endProblem = () => {
    if (!until) return t('exemption.ask.untilNeeded');
    if (until < today) return t('exemption.ask.untilPast');
    if (until < from) return t('exemption.ask.untilBefore');
    if (until > latestDay) return t('exemption.ask.untilLate', { latest });
    return undefined;
  };
  const wrongStart = checked ? startProblem() : undefined;
  const wrongEnd = checked ? endProblem() : undefined;
  const noReason = checked && !reason.trim();

  const submit = async () => {
    setChecked(true);
    if (startProblem() || endProblem() || !reason.trim())
      throw new Error(t('exemption.ask.wrong'));
    const asked = api.ask({
      entityRef,
      requirement,
      ...(startsLater && { from }),
      until,
      reason: reason.trim(),
      ...(renews && { renews: renews.id }),
    });
    onDone(await sayRefusal(asked, t, { locale }));
  };

  return (
    <FormDialog
      title={t(renews ? 'exemption.ask.renewTitle' : 'exemption.ask.title')}
      submitLabel={t('exemption.ask.submit')}
      onSubmit={submit}
      onClose={props.onClose}
    >
      <DialogContentText color="textPrimary">
        {t('exemption.ask.text')}{' '}
        {renews &&
          t('exemption.ask.renewal', {
            number: renews.renewal + 1,
            most: limits.renewals,
          })}
      </DialogContentText>
      <TextField
        id={`${id}-requirement`}
        select
        fullWidth
        variant="outlined"
        margin="normal"
        label={t('exemption.ask.requirement')}
        value={requirement}
        disabled={choices.length === 1}
        onChange={event => setRequirement(event.target.value)}
      >
        {choices.map(each => (
          <MenuItem key={each} value={each}>
            {withCapital(exemptedName(t, each), locale)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        id={`${id}-from`}
        type="date"
        fullWidth
        variant="outlined"
        margin="normal"
        label={t('exemption.ask.from')}
        value={from}
        onChange={event => setFrom(event.target.value)}
        error={wrongStart !== undefined}
        helperText={
          wrongStart ??
          (startsLater
            ? t('exemption.ask.fromHint', { zone: timeZone })
            : t('exemption.ask.fromToday'))
        }
        InputLabelProps={{ shrink: true }}
        inputProps={{ min: today }}
      />
      <TextField
        id={`${id}-until`}
        type="date"
        fullWidth
        variant="outlined"
        margin="normal"
        label={t('exemption.ask.until')}
        value={until}
        onChange={event => setUntil(event.target.value)}
        error={wrongEnd !== undefined}
        helperText={
          wrongEnd ?? t('exemption.ask.untilHint', { latest, zone: timeZone })
        }
        InputLabelProps={{ shrink: true }}
        inputProps={{ min: from || today, max: latestDay }}
      />
      <TextField
        id={`${id}-reason`}
        fullWidth
        multiline
        minRows={3}
        variant="outlined"
        margin="normal"
        label={t('exemption.ask.reason')}
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={noReason}
        helperText={noReason ? t('exemption.ask.reasonNeeded') : ' '}
        inputProps={{ maxLength: 2000 }}
      />
    </FormDialog>
  );
};

/** Within sentences the names begin small; in a list of choices they stand alone. */
function withCapital(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
