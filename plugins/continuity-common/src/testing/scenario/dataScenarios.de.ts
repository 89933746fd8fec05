import type { ScenarioTexts } from './scenariosIn';

/** {@link dataScenarios} in German. */
export const dataScenariosDe: Record<string, ScenarioTexts> = {
  'data-corruption': {
    title: 'Verfälschte Daten',
    situation:
      'Nutzer melden falsche Beträge. Es stellt sich heraus, dass ein Job seit gestern Abend falsche Werte schreibt. Die Replikate enthalten dieselben falschen Werte, und ständig kommen neue, richtige Daten hinzu.',
    aims: [
      'Zeigen, dass ein stimmiger Stand von vor der Verfälschung wiederhergestellt und richtige Daten von danach behalten werden können.',
      'Messen, wie lange es dauert, den richtigen Zeitpunkt zu finden.',
    ],
    successCriteria: [
      'Der Zeitpunkt, ab dem die Daten falsch sind, ist gefunden und festgehalten.',
      'Eine Kopie von davor ist neben der Produktion wiederhergestellt und von jemandem geprüft, der die Daten kennt.',
      'Was verloren ging, ist aufgelistet und liegt innerhalb der RPO.',
    ],
    prompts: [
      'Wer entscheidet, das Schreiben anzuhalten, und was kostet das in der Stunde?',
      'Wie finden wir heraus, seit wann Daten falsch sind und welche Sätze betroffen sind?',
      'Wie weit reichen die Sicherungen zurück, und wie lange dauerte es, die älteste wiederherzustellen?',
      'Welche anderen Systeme haben die falschen Daten übernommen? Wer sagt es ihren Verantwortlichen?',
      'Wie bringen wir richtige Daten von nach der Verfälschung wieder hinein?',
      'Welche Berichte oder Zahlungen haben mit den falschen Daten schon das Haus verlassen?',
    ],
    injects: [
      'Der Job lief zwei Tage länger als gedacht. Die nächtlichen Sicherungen beider Tage enthalten falsche Daten.',
      'Die Finanzabteilung schließt heute um 17:00 den Monat ab und fragt, welchen Zahlen man trauen kann.',
      'Die Wiederherstellung des Zeitpunkts gelingt, aber ein Fremdschlüssel in einer anderen Datenbank passt nicht mehr.',
    ],
  },
  ransomware: {
    title: 'Erpressung durch Verschlüsselung',
    situation:
      'Um 05:30 sind Dateifreigaben und zwei Datenbankserver verschlüsselt. Eine Nachricht verlangt Zahlung binnen 72 Stunden. Benutzt wurde ein Administratorkonto, das auch für die Sicherungen dient.',
    aims: [
      'Zeigen, dass der Service aus Kopien neu aufgebaut werden kann, die der Angreifer nicht erreichen konnte.',
      'Zeigen, dass Wiederherstellung und Untersuchung einander nicht behindern.',
    ],
    successCriteria: [
      'Eine unveränderbare Kopie ist gefunden und wird auf Schadprogramme geprüft, bevor sie benutzt wird.',
      'Eine saubere Umgebung steht, die kein Konto mit der alten teilt.',
      'Die Behörden und diejenigen, deren Daten betroffen sind, würden innerhalb der gesetzlichen Frist benachrichtigt.',
    ],
    prompts: [
      'Was wird sofort abgeschaltet, von wem, und wer wird vorher gefragt?',
      'Welche Kopien sind für jedes Konto unerreichbar, das im Alltag benutzt wird? Wann wurde zuletzt eine davon wiederhergestellt?',
      'Woher wissen wir, dass eine Sicherung gemacht wurde, bevor der Angreifer hereinkam?',
      'Wie sprechen wir miteinander, wenn Mail, Chat und Telefon ausfallen oder abgehört werden?',
      'Wer spricht mit Polizei, Versicherung, Datenschutzaufsicht und Kunden, und innerhalb welcher Frist?',
      'Wo ist der Wiederherstellungsplan, wenn das Wiki verschlüsselt ist?',
      'Wer entscheidet über die Forderung, und auf welcher Grundlage?',
    ],
    injects: [
      'Die Konsole des Sicherungsservers zeigt, dass der Job der letzten Nacht alle Schnappschüsse gelöscht hat, die älter als ein Tag sind.',
      'Die Ermittler bitten, keinen Server neu zu starten, bis sie Kopien des Arbeitsspeichers haben.',
      'Eine Journalistin hat Kundendaten in der Hand und bittet binnen einer Stunde um eine Stellungnahme.',
      'Das wiederhergestellte System ruft eine unbekannte Adresse: Das Schadprogramm war auch in der Sicherung.',
    ],
  },
  'backup-useless': {
    title: 'Die Sicherung lässt sich nicht wiederherstellen',
    situation:
      'Nach einem Plattenfehler soll die Datenbank wiederhergestellt werden. Die Sicherung der letzten Nacht sagt „abgeschlossen“, und die Wiederherstellung bricht bei 61 % mit einem Prüfsummenfehler ab.',
    aims: [
      'Zeigen, dass eine vollständige Wiederherstellung gelingt und wie lange sie mit der heutigen Datenmenge dauert.',
      'Zeigen, dass es einen zweiten Weg gibt.',
    ],
    successCriteria: [
      'Eine Wiederherstellung der ganzen Datenmenge ist innerhalb der RTO abgeschlossen und geprüft.',
      'Das Alter der wiederhergestellten Daten liegt innerhalb der RPO.',
      'Jemand, der die Daten kennt, bestätigt, dass sie vollständig sind.',
    ],
    prompts: [
      'Wann wurde zuletzt eine Sicherung ganz wiederhergestellt, von wem, und wie lange dauerte es?',
      'Wie stark sind die Daten seitdem gewachsen? Was bedeutet das für die Dauer?',
      'Welche Kopie ist die nächstbeste: eine ältere, ein Replikat, ein Export, ein anderes System, das das meiste davon hat?',
      'Was heißt „abgeschlossen“ im Bericht der Sicherung? Wer prüft es?',
      'Wohin stellen wir wieder her, wenn die alte Maschine für die Untersuchung gebraucht wird?',
      'Was lässt sich mit einem Teil der Daten zuerst in Betrieb nehmen?',
    ],
    injects: [
      'Auch die Sicherung der Nacht davor bricht bei 61 % ab.',
      'Es ist Platz für eine Wiederherstellung zur Zeit, und ein anderes Team hat eine begonnen.',
      'Die Wiederherstellung ist durch. Anhänge waren nie Teil der Sicherung.',
    ],
  },
  'key-secrets-lost': {
    title: 'Schlüssel und Geheimnisse sind verloren',
    situation:
      'Der Tresor für Schlüssel und Geheimnisse startet nach einer Wartung nicht. Laufende Services laufen weiter; was neu startet, findet kein Passwort. Das Zertifikat der öffentlichen Adresse läuft in neun Stunden ab.',
    aims: [
      'Zeigen, dass die Diensthabenden den Tresor wiederherstellen und entsiegeln können.',
      'Finden, welche Services ohne den Tresor nicht zurückkommen, und ob der Tresor ohne sie zurückkommt.',
    ],
    successCriteria: [
      'Genug Inhaber von Entsiegelungsschlüsseln sind innerhalb der halben RTO erreicht.',
      'Die Sicherung des Tresors ist wiederhergestellt, und ein daraus gelesenes Geheimnis wird benutzt.',
      'Verschlüsselt abgelegte Daten lassen sich mit einem getrennt verwahrten Schlüssel lesen.',
    ],
    prompts: [
      'Wer hat Entsiegelungsschlüssel, wo sind sie, und wie viele werden gebraucht?',
      'Wo ist die Sicherung des Tresors, und womit ist sie verschlüsselt?',
      'Welche Services starten heute Nacht von selbst neu und kämen nicht wieder hoch?',
      'Was geht für die kritischsten Services von Hand, und wie wird es danach wieder sicher gemacht?',
      'Welche Schlüssel ließen sich neu erzeugen, und welche nähmen Daten für immer mit?',
      'Wenn Geheimnisse geändert werden müssen: in welcher Reihenfolge, und wer hängt von jedem ab?',
    ],
    injects: [
      'Zwei der fünf Inhaber von Entsiegelungsschlüsseln haben das Unternehmen verlassen.',
      'Der Cluster verlegt einen kritischen Service auf einen anderen Knoten. Er kommt nicht hoch.',
      'Die Sicherung ist mit einem Schlüssel verschlüsselt, der im Tresor liegt.',
    ],
  },
  'failed-change': {
    title: 'Eine Änderung ging schief',
    situation:
      'Um 22:00 wurde eine Version mit einer Änderung der Datenbank ausgerollt. Um 22:20 scheitert jede fünfte Anfrage. Zurückrollen hilft nicht: Die alte Version kann die neuen Tabellen nicht lesen.',
    aims: [
      'Zeigen, dass es auch bei Änderungen, die sich nicht einfach zurückrollen lassen, einen Weg zurück gibt.',
      'Zeigen, wer zwischen Zurückgehen und Weitergehen entscheidet, und bis wann.',
    ],
    successCriteria: [
      'Entschieden ist innerhalb der RTO abzüglich der Zeit, die das Zurückgehen braucht.',
      'Das Zurückgehen ist mit Daten wie denen der Produktion ausprobiert.',
      'Daten, die die neue Version schrieb, gehen nicht verloren, ohne dass es jemand weiß.',
    ],
    prompts: [
      'Bis wann können wir zurück, und wer achtet auf die Uhr?',
      'Was geht beim Zurückgehen verloren, und wie viel davon seit 22:00?',
      'Wurde unmittelbar vor der Änderung gesichert, und wie lange dauert die Wiederherstellung?',
      'Welche anderen Services haben sich schon auf die neue Version eingestellt?',
      'Ist das noch eine Änderung, oder wird jetzt der Wiederherstellungsplan ausgelöst? Wer sagt das?',
      'Was müsste in jeder Änderung enthalten sein, damit das nicht wieder geschehen kann?',
    ],
    injects: [
      'Die Autorin der Änderung schlägt eine Korrektur vor, die „zehn Minuten, vielleicht zwanzig“ dauern würde.',
      'Die Korrektur ist draußen, und nun scheitern zwei von fünf Anfragen.',
      'Es stellt sich heraus, dass die nächtliche Sicherung um 22:05 begann und die halbe Änderung enthält.',
    ],
  },
};
