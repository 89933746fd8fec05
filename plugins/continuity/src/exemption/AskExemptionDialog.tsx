import { useApi } from '@backstage/core-plugin-api';
import DialogContentText from '@material-ui/core/DialogContentText';
import MenuItem from '@material-ui/core/MenuItem';
import TextField from '@material-ui/core/TextField';
import {
  isExemptible,
  type ExemptionDetail,
  type ExemptionLimits,
  type ExemptionSummary,
} from 'backstage-plugin-continuity-common';
import { DateTime } from 'luxon';
import { useId, useState } from 'react';
import { continuityApiRef } from '../api';
import { PlanDialog } from '../plan/PlanDialog';
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
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const today = DateTime.now().setZone(timeZone).toISODate()!;
  const latest = formatDay(limits.latestDay, { locale });

  const problem = () => {
    if (!until) return t('exemption.ask.untilNeeded');
    if (until < today) return t('exemption.ask.untilPast');
    if (until > limits.latestDay) {
      return t('exemption.ask.untilLate', { latest });
    }
    return undefined;
  };
  const wrongEnd = checked ? problem() : undefined;
  const noReason = checked && !reason.trim();

  const submit = async () => {
    setChecked(true);
    if (problem() || !reason.trim()) throw new Error(t('exemption.ask.wrong'));
    const asked = api.ask({
      entityRef,
      requirement,
      until,
      reason: reason.trim(),
      ...(renews && { renews: renews.id }),
    });
    onDone(await sayRefusal(asked, t, { locale }));
  };

  return (
    <PlanDialog
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
            {exemptedName(t, each)}
          </MenuItem>
        ))}
      </TextField>
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
        inputProps={{ min: today, max: limits.latestDay }}
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
    </PlanDialog>
  );
};
