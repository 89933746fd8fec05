import type { TextLanguage } from '../../terms/textLanguage';
import { importColumns, type ImportColumn } from './importColumns';
import type { ImportKind } from './importKind';

const entityRef = 'Die Entität im Katalog, als kind:namespace/name.';
const moment = (about: string) =>
  `${about}: ein Zeitpunkt mit „Z“ oder Zeitversatz.`;

/** What {@link importColumns} say of each column, in German. @public */
export const importColumnsDe: Record<ImportKind, Record<string, string>> = {
  profiles: {
    entity_ref: entityRef,
    tier: 'Die Kennung einer Stufe der Richtlinie, genau wie sie dort steht.',
    rto: 'Wiederanlaufziel (RTO): eine Dauer wie „4h“, „1d 12h“ oder „PT4H“; „0“ für keine Unterbrechung.',
    rpo: 'Wiederherstellungspunkt (RPO): eine Dauer; „0“ für keinen Verlust, „none“ für etwas ohne Daten.',
    mtpd: 'Maximal tolerierbare Ausfallzeit (MTPD): eine Dauer.',
    wrt: 'Nacharbeitszeit (WRT), wenn die Systeme wieder laufen: eine Dauer.',
    minimum_service:
      'Was im Notbetrieb gehen muss; steht genau ein Prozentsatz darin, werden Ergebnisse an ihm gemessen.',
    recovery_time:
      'Geschätzte eigene Wiederherstellungsarbeit, sobald alles Benötigte läuft: eine Dauer.',
    recovery_owner:
      'Wer für die Wiederherstellung einsteht: ein Benutzer oder eine Gruppe; ein bloßer Name ist eine Gruppe.',
    recovery_alternates:
      'Wer vertritt, der Reihe nach: Benutzer und Gruppen, durch Kommas getrennt.',
    reason: 'Warum sich die Werte ändern; es bleibt im Verlauf.',
  },
  analyses: {
    entity_ref: entityRef,
    intolerable_after:
      'Nach welcher Zeit ein Ausfall untragbar ist: eine Dauer, ganze Wochen wie „1w“, oder „beyond“, wenn er bis zum letzten Zeitpunkt tragbar ist.',
    rpo: 'Wie viele Daten verloren gehen dürfen: eine Dauer, „0“ für keine oder „none“ für etwas ohne Daten; nötig, wenn es kein Entwurf bleibt.',
    agreed_with:
      'Mit wem im Geschäft es vereinbart wurde; ohne Angabe ist die Analyse ein Entwurf.',
    assessed_on: 'Der Tag der Analyse, wie 2026-01-31; ohne Angabe heute.',
    assessor:
      'Wer sie gemacht hat: ein Benutzer oder eine Gruppe; ohne Angabe, wer importiert.',
    data_loss: 'Was ein Datenverlust bedeutet, in Worten.',
    critical_periods:
      'Wann es am schlimmsten wäre, wie „Monatsende“; mehrere durch Semikolons getrennt.',
    note: 'Eine Bemerkung; sie bleibt bei der Analyse.',
  },
  plans: {
    title: 'Wie der Plan heißt.',
    kind: 'Die Art des Plans, wie „service-recovery“, die ohne Angabe gilt.',
    owner:
      'Wer ihn aktuell hält: ein Benutzer oder eine Gruppe; ohne Angabe, wer importiert.',
    entities:
      'Was der Plan wiederherstellt: Entitäten des Katalogs, durch Kommas getrennt.',
    with_parts: '„yes“, wenn er auch für die Teile seiner Systeme gilt.',
    document_url: 'Wo das Dokument liegt: eine http- oder https-Adresse.',
    document_title: 'Wie das Dokument heißt.',
    document_version: 'Die Version des Dokuments.',
    document_date: 'Der Tag dieser Version, wie 2026-01-31.',
    document_contents:
      'Welche Inhalte eines Plans das Dokument hat, durch Kommas getrennt, oder „all“; was fehlt, lässt den Plan einen Entwurf bleiben.',
  },
  tests: {
    title:
      'Wie der Test heißt; Zeilen mit gleichem Titel, gleicher Tiefe und Zeit sind ein Test mehrerer Entitäten.',
    depth:
      'Eines von „review“, „walkthrough“, „tabletop“, „simulation“, „parallel“, „failover“, „restore“.',
    environment: 'Eines von „production“, „production-like“, „other“.',
    entity_ref: 'Die Entität, die getestet wurde, als kind:namespace/name.',
    held_on:
      'Der Tag, an dem er stattfand, wie 2026-01-31, wenn nicht mehr bekannt ist; sonst started_at und ended_at.',
    started_at: moment('Wann der Test begann'),
    ended_at: moment('Wann der Test endete'),
    outcome:
      'Eines von „passed“, „passed-with-deficiencies“, „inconclusive“, „failed“; nie besser festgehalten, als Zeiten und Ziele erlauben.',
    last_consistent_data: moment('Bis wann keine Daten verloren gingen'),
    disruption_start: moment('Wann die Störung begann'),
    dependencies_back: moment(
      'Wann die letzte harte Abhängigkeit wieder da war',
    ),
    minimum_service: moment(
      'Wann der Mindestbetrieb wieder da war, woraus die Wiederanlaufzeit berechnet wird',
    ),
    full_service: moment('Wann der volle Betrieb wieder da war'),
    delivered_percent:
      'Das erreichte Niveau, in Prozent des normalen Betriebs.',
    recovered: '„no“, wenn der Mindestbetrieb nicht wiederkam.',
    restored_from_backup:
      '„yes“, wenn Daten aus einer Sicherungskopie wiederhergestellt wurden.',
    partial: '„yes“, wenn nur ein Teil des Dienstes getestet wurde.',
    facilitator:
      'Der Benutzer, der ihn geleitet hat; ohne Angabe, wer importiert.',
    scenario: 'Was angenommen wurde, in Worten.',
    summary: 'Was herauskam, oder wo der Bericht liegt.',
    note: 'Eine Bemerkung zum Ergebnis dieser Entität.',
  },
  exemptions: {
    entity_ref: entityRef,
    requirement:
      'Wovon ausgenommen wird: „all“, „plan“, „bia“, „risk“, „agreement“, „test“, ein Test wie „test:restore“ oder die Anforderung einer Lücke.',
    reason: 'Warum es zurzeit nicht erfüllt werden kann und was geschieht.',
    until:
      'Wann sie endet: ein Tag, der an seinem Ende in der Zone der Richtlinie endet, oder ein Zeitpunkt mit Zeitversatz.',
    from: 'Wann sie beginnt: ein Tag oder ein Zeitpunkt; ohne Angabe mit der Genehmigung.',
  },
};

/** The columns of a kind, explained in a language. @public */
export function importColumnsIn(
  kind: ImportKind,
  language: TextLanguage,
): ImportColumn[] {
  return importColumns[kind].map(column => ({
    ...column,
    about:
      language === 'de' ? importColumnsDe[kind][column.name] : column.about,
  }));
}
