/* chinook/table.c: see table.h. Widths are counted in characters, not bytes: the shop's customers are called Luís and
 * František.
 */
#include "table.h"

#include <inttypes.h>
#include <stdio.h>

const char *cell_text(cell value, char out[CELL_TEXT])
{
	char text[CQ_TIMESTAMP_TEXT];
	out[0] = '\0';
	switch (value.type) {
	case CQ_TYPE_BIGINT: snprintf(out, CELL_TEXT, "%" PRId64, value.integer); break;
	case CQ_TYPE_DOUBLE: snprintf(out, CELL_TEXT, "%.2f", value.real); break;
	case CQ_TYPE_DECIMAL: cq_decimal_format(value.decimal, out); break;
	case CQ_TYPE_TIMESTAMP: snprintf(out, CELL_TEXT, "%.19s", cq_timestamp_format(value.timestamp, text)); break;
	default: snprintf(out, CELL_TEXT, "%s", value.text ? value.text : ""); break;
	}
	return out;
}

/* Every byte of UTF-8 but those that continue a character. */
static int width_of(const char *text)
{
	int width = 0;
	for (; *text; text++)
		width += ((unsigned char)*text & 0xc0) != 0x80;
	return width;
}

/* Numbers stand to the right; the last column's texts need no blanks behind them. */
static void print_padded(const char *text, int width, bool right, bool last)
{
	const int blanks = width > width_of(text) ? width - width_of(text) : 0;
	printf("  %*s%s%*s", right ? blanks : 0, "", text, right || last ? 0 : blanks, "");
}

void print_table(const char *title, const char *const *headings, const cell *cells, size_t columns, size_t count)
{
	char text[CELL_TEXT];
	int widths[TABLE_COLUMNS] = {0};
	if (columns > TABLE_COLUMNS)
		return;
	for (size_t i = 0; i < columns * (count + 1); i++) {
		const int width = width_of(i < columns ? headings[i] : cell_text(cells[i - columns], text));
		if (width > widths[i % columns])
			widths[i % columns] = width;
	}

	printf("%s\n", title);
	for (size_t i = 0; i < columns; i++)
		print_padded(headings[i], widths[i], count > 0 && cells[i].type != CQ_TYPE_TEXT, i == columns - 1);
	printf("\n");
	for (size_t i = 0; i < columns; i++) {
		printf("  ");
		for (int k = 0; k < widths[i]; k++)
			putchar('-');
	}
	printf("\n");
	for (size_t i = 0; i < columns * count; i++) {
		print_padded(cell_text(cells[i], text), widths[i % columns], cells[i].type != CQ_TYPE_TEXT, i % columns == columns - 1);
		if (i % columns == columns - 1)
			printf("\n");
	}
	printf("  (%zu rows)\n\n", count);
}
