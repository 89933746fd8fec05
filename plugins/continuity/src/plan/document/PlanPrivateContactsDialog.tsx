import { useApi } from '@backstage/core-plugin-api';
import DialogContentText from '@material-ui/core/DialogContentText';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import type {
  PlanContact,
  PlanPrivateContacts,
} from 'backstage-plugin-continuity-common';
import { useId, useState } from 'react';
import { continuityApiRef } from '../../api';
import { useTranslation } from '../../translation';
import { usePartyName } from '../../profile/usePartyName';
import { contactName } from '../planContactName';
import { FormDialog } from '../../screen/FormDialog';

const useStyles = makeStyles(theme => ({
  contact: {
    border: 0,
    margin: theme.spacing(0, 0, 2),
    padding: 0,
    minWidth: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: theme.spacing(1),
    '& legend': { fontWeight: 600, marginBottom: theme.spacing(1), padding: 0 },
  },
}));

const FIELDS = ['phone', 'email', 'note'] as const;

/** Writes phones and private mails; what is emptied is erased. */
export const PlanPrivateContactsDialog = (props: {
  planId: string;
  contacts: readonly PlanContact[];
  secrets: PlanPrivateContacts['items'];
  onSaved: (secrets: PlanPrivateContacts['items']) => void;
  onClose: () => void;
}) => {
  const { planId, contacts, secrets, onSaved, onClose } = props;
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const partyName = usePartyName();
  const id = useId();
  const [values, setValues] = useState(
    () => new Map(secrets.map(each => [each.contactId, each])),
  );
  const valueOf = (contactId: string) =>
    values.get(contactId) ?? { contactId, phone: '', email: '', note: '' };
  const submit = async () => {
    const items = [...values.values()].filter(
      ({ phone, email, note }) => phone.trim() || email.trim() || note.trim(),
    );
    const saved = await api.plans.saveContacts(planId, { items });
    onSaved(saved.items);
  };
  return (
    <FormDialog
      title={t('plan.contacts.edit')}
      submitLabel={t('plan.save')}
      onSubmit={submit}
      onClose={onClose}
      maxWidth="md"
    >
      <DialogContentText color="textPrimary">
        {t('plan.contacts.editText')}
      </DialogContentText>
      {contacts.map(contact => (
        <fieldset key={contact.id} className={classes.contact}>
          <legend>{contactName(t, contact, partyName) || contact.id}</legend>
          {FIELDS.map(field => (
            <TextField
              key={field}
              id={`${id}-${contact.id}-${field}`}
              label={t(`plan.contacts.${field}`)}
              value={valueOf(contact.id)[field]}
              onChange={event =>
                setValues(before =>
                  new Map(before).set(contact.id, {
                    ...valueOf(contact.id),
                    [field]: event.target.value,
                  }),
                )
              }
              variant="outlined"
              size="small"
              inputProps={{ maxLength: field === 'note' ? 500 : 100 }}
            />
          ))}
        </fieldset>
      ))}
    </FormDialog>
  );
};
