import {
  dayInWords,
  escapeHtml,
  htmlPage,
  markdownAsHtml,
  momentInWords,
} from '../../plan/planPage';

/** Writes the pages of a pack in one hand: names, days, facts, tables. All texts come in as they are and leave as HTML. */
export class EvidenceWriter {
  readonly titles: ReadonlyMap<string, string>;
  readonly madeAt: string;
  readonly timeZone: string;

  constructor(options: {
    titles: ReadonlyMap<string, string>;
    madeAt: string;
    timeZone: string;
  }) {
    this.titles = options.titles;
    this.madeAt = options.madeAt;
    this.timeZone = options.timeZone;
  }

  name(ref: string): string {
    return this.titles.get(ref) ?? ref;
  }

  /** A day by itself, or the day of a moment. */
  day(day: string): string {
    return dayInWords(day, day.length === 10 ? 'UTC' : this.timeZone);
  }

  moment(moment: string): string {
    return moment.length === 10
      ? this.day(moment)
      : momentInWords(moment, this.timeZone);
  }

  /** A page in a folder of the pack. */
  page(title: string, body: string): string {
    return this.wholePage(
      title,
      `<p><a href="../index.html">Index of the evidence</a></p><h1>${escapeHtml(
        title,
      )}</h1>${body}`,
    );
  }

  wholePage(title: string, body: string): string {
    return htmlPage({
      title,
      body,
      madeAt: this.madeAt,
      timeZone: this.timeZone,
      kind: 'Evidence pack',
    });
  }

  facts(rows: Array<[name: string, value: string]>): string {
    return `<table>${rows
      .map(
        ([name, value]) =>
          `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(
            value,
          )}</td></tr>`,
      )
      .join('')}</table>`;
  }

  table(head: string[], rows: string[][]): string {
    return this.tableOfHtml(
      head,
      rows.map(cells => cells.map(escapeHtml)),
    );
  }

  /** Cells that are HTML already. */
  tableOfHtml(head: string[], rows: string[][]): string {
    if (rows.length === 0) return '';
    return `<table><thead><tr>${head
      .map(name => `<th scope="col">${escapeHtml(name)}</th>`)
      .join('')}</tr></thead><tbody>${rows
      .map(
        cells => `<tr>${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`,
      )
      .join('\n')}</tbody></table>`;
  }

  /** What somebody wrote, in Markdown. */
  text(heading: string, text: string): string {
    return text.trim() === ''
      ? ''
      : `<h2>${escapeHtml(heading)}</h2>${markdownAsHtml(text)}`;
  }
}
