import type { ScenarioTexts } from './scenariosIn';

/** {@link siteScenarios} in German. */
export const siteScenariosDe: Record<string, ScenarioTexts> = {
  'region-loss': {
    title: 'Verlust einer Region oder eines Rechenzentrums',
    situation:
      'Um 09:40 meldet der Anbieter einen Stromausfall in der Region, in der die Produktion läuft. Nichts darin antwortet. Der Anbieter nennt keine Zeit, zu der sie zurück ist.',
    aims: [
      'Zeigen, dass der Service von einem anderen Standort aus innerhalb seiner RTO den Mindestbetrieb erreicht.',
      'Zeigen, dass jemand erreichbar ist, der über das Umschalten entscheiden darf, und rechtzeitig entscheidet.',
    ],
    successCriteria: [
      'Über das Umschalten ist innerhalb eines Viertels der RTO entschieden.',
      'Der Mindestbetrieb wird durch einen Vorgang geprüft, wie ihn Nutzer auslösen, nicht durch eine technische Abfrage.',
      'Es fehlen nicht mehr Daten, als die RPO duldet, und es ist bekannt, welche.',
    ],
    prompts: [
      'Wie erfahren wir davon, und wie lange danach? Was ist, wenn die Überwachung in derselben Region läuft?',
      'Wer darf entscheiden umzuschalten, und wer, wenn diese Person nicht erreichbar ist?',
      'Ab wann ist Umschalten besser als Warten? Was macht die Entscheidung schwer umkehrbar?',
      'Was muss zuerst laufen, und was davon steht in derselben Region: DNS, Anmeldung, Geheimnisse, Container-Registry, Pipelines?',
      'Reicht die Kapazität am anderen Standort, wenn alle anderen gleichzeitig umschalten?',
      'Welche Daten waren noch nicht repliziert, und wer erfährt, dass sie verloren sind?',
      'Wie sieht der Weg zurück aus, und wann gingen wir ihn?',
    ],
    injects: [
      'Die Statusseite des Anbieters zeigt noch Grün. Ein großer Kunde fragt öffentlich, ob Sie ausgefallen sind.',
      'Die Anmeldung an der Cloud-Konsole des anderen Standorts scheitert: Der Anmeldedienst steht in der verlorenen Region.',
      'Der andere Standort verweigert neue Maschinen Ihres üblichen Typs: Das Kontingent ist aufgebraucht.',
      'Die Region kommt für fünf Minuten zurück und verschwindet wieder. Einige Nutzer haben dort Daten geschrieben.',
    ],
  },
  'network-split': {
    title: 'Das Netz ist in zwei Teile getrennt',
    situation:
      'Die Verbindung zwischen den beiden Standorten ist weg. Beide laufen, beide halten den anderen für verloren, und beide nehmen Schreibzugriffe an.',
    aims: [
      'Zeigen, dass nur ein Standort weiterschreibt und dass eine Regel darüber entscheidet.',
      'Zeigen, wie die beiden Stände wieder zusammengeführt werden.',
    ],
    successCriteria: [
      'Innerhalb eines Viertels der RTO ist ein Standort nur noch lesbar, und es ist bekannt, welcher.',
      'Alle Schreibvorgänge der unterlegenen Seite sind aufgelistet und behandelt.',
      'Die Nutzer werden zu dem Standort geleitet, der weitermacht.',
    ],
    prompts: [
      'Was entscheidet von selbst, welche Seite weitermacht, und was tut es bei drei Teilen oder zwei gleich großen?',
      'Woran sehen wir, dass beide Seiten schreiben? Welcher Alarm sagt es uns?',
      'Wer darf eine Seite abschalten, die gesund aussieht?',
      'Welche Daten werden an beiden Seiten geschrieben, und wie führen wir sie zusammen?',
      'Welche Services brauchen beide Standorte, obwohl das niemand so wollte?',
      'Was geschieht in der Minute, in der die Verbindung zurückkommt?',
    ],
    injects: [
      'Die Administratoren erreichen nur die Seite, die abgeschaltet werden soll.',
      'Die Verbindung kommt für zwei Minuten zurück; die Replikation beginnt in beide Richtungen.',
      'Beide Seiten haben dieselben Rechnungsnummern vergeben.',
    ],
  },
  'building-closed': {
    title: 'Das Gebäude ist nicht nutzbar',
    situation:
      'Ein Wasserrohrbruch schließt das Büro für mindestens drei Tage. Niemand darf hinein. Arbeitsplätze, Bereitschaftslaptops und die Pläne auf Papier sind drinnen.',
    aims: [
      'Zeigen, dass eine Wiederherstellung von anderswo geführt und ausgeführt werden kann.',
      'Finden, was es nur in dem Gebäude gibt.',
    ],
    successCriteria: [
      'Alle, die gebraucht werden, sind innerhalb der RTO erreicht und arbeiten anderswo.',
      'Die gültigen Pläne sind ohne das Büronetz zur Hand.',
      'Nichts, was für die Wiederherstellung nötig ist, gibt es nur in dem Gebäude.',
    ],
    prompts: [
      'Wie erreichen wir alle, und woher wissen wir, wer in Sicherheit ist?',
      'Von wo arbeitet jedes Team, und reicht der Fernzugang für alle zugleich?',
      'Wo sind die Notfallkopien der Pläne, und wie alt sind sie?',
      'Welche Schlüssel, Token, Telefone und Maschinen gibt es nur in dem Gebäude?',
      'Welche Lieferanten, Kunden und Behörden kommen in dieses Gebäude, und wer sagt ihnen Bescheid?',
      'Was ist, wenn es drei Wochen dauert?',
    ],
    injects: [
      'Der Fernzugang nimmt 200 Verbindungen an; 900 Menschen versuchen es.',
      'Die Telefonanlage steht im überfluteten Keller.',
      'Ein kleiner Produktionsserver, „den niemand braucht“, steht drinnen unter einem Tisch. Drei Teams rufen seinetwegen an.',
    ],
  },
  capacity: {
    title: 'Mehr Last als Kapazität',
    situation:
      'Eine Nachrichtensendung erwähnt den Service. Binnen vier Minuten sind zwölfmal so viele Nutzer da wie je zuvor. Antworten dauern dreißig Sekunden, dann kommen keine mehr.',
    aims: [
      'Zeigen, dass der Mindestbetrieb gehalten wird, indem der Rest mit Absicht aufgegeben wird.',
      'Das Teil finden, das zuerst nachgibt.',
    ],
    successCriteria: [
      'Es ist bekannt, welche Funktionen in welcher Reihenfolge abgeschaltet werden, und wie.',
      'Der Mindestbetrieb hält der größten Last stand, mit der das Geschäft rechnet.',
      'Nichts, was abgeschaltet wurde, bleibt unbemerkt abgeschaltet.',
    ],
    prompts: [
      'Was ist zuerst voll: Verbindungen, Threads, Warteschlangen, Lizenzen, das Kontingent eines Lieferanten?',
      'Was lässt sich binnen Minuten hinzufügen, und was macht das mit dem, was dahinterliegt?',
      'Was darf für wen abgeschaltet werden, und wer entscheidet das?',
      'Wie unterscheiden wir einen Ansturm von einem Angriff, und kommt es darauf an?',
      'Was sehen Nutzer, die warten müssen?',
      'Wie kommen wir wieder herunter, ohne dass Wiederholungen eine zweite Welle auslösen?',
    ],
    injects: [
      'Mehr Anwendungsserver laufen. Jetzt lehnt die Datenbank Verbindungen ab.',
      'Programme auf Mobiltelefonen wiederholen jeden fehlgeschlagenen Aufruf dreimal.',
      'Die Finanzabteilung fragt, wer die zehnfache Cloud-Rechnung genehmigt hat.',
    ],
  },
};
