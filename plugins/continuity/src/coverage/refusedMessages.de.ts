import type { Translated } from '../translation/Translated';
import type { refusedMessages } from './refusedMessages';

export const refusedMessagesDe: Translated<typeof refusedMessages> = {
  'entity-unknown': 'Das gibt es nicht, oder Sie dürfen es nicht sehen.',
  'entity-not-allowed': 'Das dürfen Sie nicht ändern.',
  'entity-changed':
    'Jemand anderes hat es im selben Moment geändert. Versuchen Sie es noch einmal.',
  'kind-without-continuity':
    'Für die Art {{kind}} wird nichts festgehalten; nennen Sie, was wiederherzustellen ist.',
  'locked-by-catalog':
    'Es steht in der Katalogdatei ({{key}}) und ist dort zu ändern.',
  'party-unknown':
    '{{ref}} gibt es im Katalog nicht. Nennen Sie einen Benutzer oder eine Gruppe, die es gibt.',
  'ref-unknown':
    '{{ref}} gibt es im Katalog nicht. Nennen Sie etwas, das es gibt.',

  'file-empty': 'In dieser Datei steht nichts.',
  'file-no-csv':
    'Das ist kein CSV: Die Anführungszeichen in Zeile {{line}} passen nicht. Setzen Sie Texte mit Anführungszeichen oder Trennzeichen in Anführungszeichen, und schreiben Sie ein Anführungszeichen darin doppelt.',
  'file-quote-open':
    'Das ist kein CSV: Das Anführungszeichen, das in Zeile {{line}} beginnt, wird nie geschlossen. Schreiben Sie ein Anführungszeichen in einem Text doppelt.',
  'file-no-rows': 'Unter den Namen der Spalten steht keine Zeile.',
  'file-too-many-rows':
    'Das sind {{rows}} Zeilen. Importieren Sie höchstens {{most}} auf einmal.',
  'column-missing': 'Die Spalte {{column}} fehlt. {{about}}',
  'column-unknown':
    'Eine Spalte „{{column}}“ gibt es nicht. Spalten sind {{accepted}}.',
  'column-twice': 'Die Spalte {{column}} ist zweimal da.',

  'row-too-long':
    'Diese Zeile hat {{cells}} Zellen, und es gibt {{columns}} Spalten. Setzen Sie Texte mit dem Trennzeichen in Anführungszeichen.',
  'row-twice':
    'In Zeile {{line}} geht es um dasselbe. Behalten Sie eine von beiden.',
  'cell-no-text': 'Darin ist ein Zeichen, das kein Text ist.',
  'value-needed': 'Das wird gebraucht. {{about}}',
  'value-refused': 'Dieser Wert passt hier nicht. {{about}}',
  'value-not-a-ref':
    '„{{text}}“ ist kein Verweis auf eine Entität. Schreiben Sie einen wie „component:default/checkout“.',
  'value-not-yes-or-no': 'Schreiben Sie „yes“ oder „no“, auch „ja“ oder „nein“.',
  'value-not-a-day':
    '„{{text}}“ ist kein Tag. Schreiben Sie einen wie „2026-01-31“.',
  'value-not-an-address':
    'Schreiben Sie eine Adresse wie „https://docs.example.com/plans/checkout“.',
  'value-not-one-of': 'Schreiben Sie eines von {{accepted}}.',
  'value-too-long': 'Schreiben Sie höchstens {{most}} Zeichen.',

  'plan-content-unknown':
    'Ein Plan hat kein „{{text}}“. Schreiben Sie „all“ oder einige von {{accepted}}.',
  'plan-known-otherwise':
    'Einen Plan mit diesem Titel und Dokument gibt es schon, und er sagt etwas anderes. Ändern Sie ihn auf seiner Seite, was seine nächste Fassung ergibt, und nehmen Sie die Zeile heraus.',
  'test-day-or-times':
    'Schreiben Sie entweder den Tag oder started_at und ended_at; nicht beides.',
  'test-rows-disagree':
    'Eine frühere Zeile desselben Tests sagt etwas anderes. Schreiben Sie dasselbe, oder geben Sie dem Test einen anderen Titel.',
  'test-whole-refused':
    'Eine andere Zeile desselben Tests wird abgelehnt; ein Test wird als Ganzes importiert.',
  'test-known-without-entity':
    'Diesen Test gibt es schon, ohne diese Entität. Berichtigen Sie ihn auf seiner Seite, und nehmen Sie die Zeile heraus.',
  'test-known-otherwise':
    'Diesen Test gibt es schon, mit dem Ergebnis „{{outcome}}“. Berichtigen Sie ihn auf seiner Seite, und nehmen Sie die Zeile heraus.',
  'test-run-not-allowed':
    'Ergebnisse dieses Tests dürfen Sie nicht festhalten: Es braucht die Berechtigung continuity.test.run, die meist die Testleitung hat und wem gehört, was getestet wird.',
  'test-facilitator-no-user':
    'Nennen Sie einen Benutzer: Eine Person muss dafür einstehen, wie der Test durchgeführt wird.',
  'test-of-party':
    '{{ref}} lässt sich nicht testen. Benutzer und Gruppen nehmen an Tests teil.',
  'test-not-held-yet':
    'Das ist noch nicht geschehen. Schreiben Sie eine vergangene Zeit, oder planen Sie den Test.',
  'exemption-asked-already':
    'Diese Ausnahme hat schon jemand beantragt, und niemand hat entschieden. Ziehen Sie jenen Antrag zurück, um ein anderes Ende zu beantragen.',
  'exemption-not-renewable':
    'Die Richtlinie lässt keine Ausnahme verlängern, und hierfür gab es schon eine. Erfüllen Sie, was verlangt ist, oder lassen Sie die Richtlinie ändern.',
  'exemption-renewed-too-often':
    'Das wäre Verlängerung {{renewal}}, und die Richtlinie erlaubt {{renewals}}. Erfüllen Sie, was verlangt ist, oder lassen Sie die Richtlinie ändern.',

  other: '{{message}}',
};
