import { useApi } from '@backstage/core-plugin-api';
import Button from '@material-ui/core/Button';
import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import Alert from '@material-ui/lab/Alert';
import { makeStyles } from '@material-ui/core/styles';
import type {
  PlanContact,
  PlanDetail,
  PlanPrivateContacts,
} from 'backstage-plugin-continuity-common';
import { useState } from 'react';
import { continuityApiRef } from '../../api';
import { EntityName } from '../../catalog/EntityName';
import { usePartyName } from '../../profile/usePartyName';
import { useTranslation } from '../../translation';
import { useLocale } from '../../translation/useLocale';
import { contactName } from '../planContactName';
import { PlanPrivateContactsDialog } from './PlanPrivateContactsDialog';
import { refusalText } from '../../screen/refusalText';

const useStyles = makeStyles(theme => ({
  table: {
    '& td, & th': {
      padding: theme.spacing(0.75, 1),
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
    },
    '& td:first-child, & th:first-child': { paddingLeft: 0 },
    '& th': { fontWeight: 700 },
  },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  actions: { marginTop: theme.spacing(1) },
}));

type Private = PlanPrivateContacts['items'];

/** Who does what in the plan; phones and private mails only for who may read them, and when asked for. */
export const PlanContacts = (props: {
  plan: PlanDetail;
  contacts: readonly PlanContact[];
  /** What the reader asked for; shared with the paper. */
  secrets: Private | undefined;
  onSecrets: (secrets: Private) => void;
  forPaper?: boolean;
}) => {
  const { plan, contacts, secrets, onSecrets, forPaper } = props;
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslation();
  const partyName = usePartyName();
  const locale = useLocale();
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [editing, setEditing] = useState(false);
  const byId = new Map(contacts.map(contact => [contact.id, contact]));
  const secretOf = new Map(secrets?.map(each => [each.contactId, each]));
  const mayRead = plan.allowedActions.includes('plan.contacts.read');
  const mayWrite = plan.allowedActions.includes('plan.contacts.update');

  const load = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const { items } = await api.plans.getContacts(plan.id);
      onSecrets(items);
      return true;
    } catch (e) {
      setError(refusalText(t, e, { locale }));
      return false;
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <TableContainer>
        <Table
          size="small"
          className={classes.table}
          aria-label={t('plan.section.contacts')}
        >
          <TableHead>
            <TableRow>
              <TableCell>{t('plan.contacts.role')}</TableCell>
              <TableCell>{t('plan.contacts.who')}</TableCell>
              <TableCell>{t('plan.contacts.standsInFor')}</TableCell>
              {secrets && <TableCell>{t('plan.contacts.reach')}</TableCell>}
            </TableRow>
          </TableHead>
          <TableBody>
            {contacts.map(({ id, role, party, alternateOf }) => {
              const secret = secretOf.get(id);
              return (
                <TableRow key={id}>
                  <TableCell>{role || id}</TableCell>
                  <TableCell>
                    {party.kind === 'internal' ? (
                      <EntityName
                        entityRef={party.ref}
                        title={partyName(party.ref)}
                      />
                    ) : (
                      <>
                        {party.name}
                        {party.organisation && (
                          <div className={classes.quiet}>
                            {party.organisation}
                          </div>
                        )}
                      </>
                    )}
                  </TableCell>
                  <TableCell>
                    {alternateOf === null
                      ? '–'
                      : contactName(t, byId.get(alternateOf), partyName) ??
                        alternateOf}
                  </TableCell>
                  {secrets && (
                    <TableCell>
                      {secret ? (
                        <>
                          {secret.phone && <div>{secret.phone}</div>}
                          {secret.email && <div>{secret.email}</div>}
                          {secret.note && (
                            <div className={classes.quiet}>{secret.note}</div>
                          )}
                        </>
                      ) : (
                        <span className={classes.quiet}>
                          {t('plan.contacts.notKept')}
                        </span>
                      )}
                    </TableCell>
                  )}
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </TableContainer>
      {error && (
        <Alert severity="error" role="alert">
          {t('plan.contacts.failed', { message: error })}
        </Alert>
      )}
      {!forPaper && (mayRead || mayWrite) && (
        <div className={classes.actions}>
          {mayRead && !secrets && (
            <Button size="small" color="primary" disabled={busy} onClick={load}>
              {t('plan.contacts.show')}
            </Button>
          )}
          {mayRead && mayWrite && (
            <Button
              size="small"
              color="primary"
              disabled={busy}
              onClick={async () => {
                // saving erases what is left out, so it has to be known first
                if (secrets || (await load())) setEditing(true);
              }}
            >
              {t('plan.contacts.edit')}
            </Button>
          )}
        </div>
      )}
      {editing && secrets && (
        <PlanPrivateContactsDialog
          planId={plan.id}
          contacts={contacts}
          secrets={secrets}
          onSaved={items => {
            setEditing(false);
            onSecrets(items);
          }}
          onClose={() => setEditing(false)}
        />
      )}
    </>
  );
};
