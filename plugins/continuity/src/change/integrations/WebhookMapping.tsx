import Table from '@material-ui/core/Table';
import TableBody from '@material-ui/core/TableBody';
import TableCell from '@material-ui/core/TableCell';
import TableContainer from '@material-ui/core/TableContainer';
import TableHead from '@material-ui/core/TableHead';
import TableRow from '@material-ui/core/TableRow';
import type { ReactNode } from 'react';
import { usePageStyles } from '../../screen/usePageStyles';
import { useTranslation } from '../../translation';
import type { Webhook } from './WebhookItem';
import { integrationMessages } from './messages';

type Field = keyof typeof integrationMessages.field;

/** Where in the messages of a change tool each field stands, and what its values mean. */
export const WebhookMapping = (props: { webhook: Webhook }) => {
  const { source, fields, entities } = props.webhook;
  const shared = usePageStyles();
  const { t } = useTranslation();
  const touched = [
    t('change.integrations.entitiesKind', { kind: entities.kind }),
    ...(entities.separator === null
      ? []
      : [
          t('change.integrations.entitiesSeparator', {
            separator: entities.separator,
          }),
        ]),
    ...(entities.translated === 0
      ? []
      : [
          t('change.integrations.entitiesTranslated', {
            count: entities.translated,
          }),
        ]),
  ];
  const rows: Array<{ field: string; path: string; means: ReactNode }> = [
    ...fields.map(({ field, path, values }) => ({
      field,
      path,
      means:
        values === null
          ? t('change.integrations.asWritten')
          : Object.entries(values).map(([said, means]) => (
              <div key={said}>
                {t('change.integrations.means', { said, means })}
              </div>
            )),
    })),
    { field: 'entities', path: entities.path, means: touched.join(', ') },
  ];
  const nameOf = (field: string) =>
    field in integrationMessages.field
      ? t(`change.integrations.field.${field as Field}`)
      : field;
  return (
    <TableContainer>
      <Table
        size="small"
        className={shared.table}
        aria-label={`${t('change.integrations.mapping')}: ${source}`}
      >
        <TableHead>
          <TableRow>
            <TableCell>{t('change.integrations.fieldColumn')}</TableCell>
            <TableCell>{t('change.integrations.pathColumn')}</TableCell>
            <TableCell>{t('change.integrations.meansColumn')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ field, path, means }) => (
            <TableRow key={field}>
              <TableCell component="th" scope="row">
                {nameOf(field)}
              </TableCell>
              <TableCell>
                <code>{path}</code>
              </TableCell>
              <TableCell>{means}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
};
