/** How large the card is on a home page that can be arranged: room for five lines. */
export const mineWidgetLayout = {
  width: { minColumns: 4, defaultColumns: 6 },
  height: { minRows: 3, defaultRows: 6 },
};
