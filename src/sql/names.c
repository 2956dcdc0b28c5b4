/* sql/names.c: what the database calls tables, columns and constraints, and how names and texts are quoted.
 *
 * It knows nothing of statements. The renderer and the DDL writer call it.
 */
#include "sql/dialect.h"

static void append_quoted(cq__buffer *buffer, char quote, const char *text, bool double_backslashes)
{
	cq__buffer_append_char(buffer, quote);
	for (; *text != '\0'; text++) {
		if (*text == quote || (double_backslashes && *text == '\\'))
			cq__buffer_append_char(buffer, *text);
		cq__buffer_append_char(buffer, *text);
	}
	cq__buffer_append_char(buffer, quote);
}

void cq__sql_name(const cq__dialect *dialect, cq__buffer *buffer, const char *name)
{
	append_quoted(buffer, dialect->quote, name, false);
}

void cq__sql_text_literal(const cq__dialect *dialect, cq__buffer *buffer, const char *text)
{
	append_quoted(buffer, '\'', text, (dialect->lexical & CQ__LEXICAL_BACKSLASHES) != 0);
}

cq_storage cq__sql_storage(const cq_column *column)
{
	const cq_attribute *const stored = cq__column_attribute(column, CQ_ATTRIBUTE_STORED_AS);
	return stored != NULL ? (cq_storage)stored->number : CQ_STORAGE_NATURAL;
}

void cq__sql_table(const cq__dialect *dialect, cq__buffer *buffer, const cq_table *table)
{
	const char *const schema = cq__table_schema(table);
	if (schema != NULL) {
		cq__sql_name(dialect, buffer, schema);
		cq__buffer_append_char(buffer, '.');
	}
	cq__sql_name(dialect, buffer, cq__table_sql_name(table));
}

static bool starts_character(char byte)
{
	return ((unsigned char)byte & 0xC0) != 0x80;
}

size_t cq__sql_name_length(const cq__dialect *dialect, const char *name)
{
	const bool characters = cq__dialect_defines(dialect, CQ__DEFINES_NAMES_BY_CHARACTER);
	size_t length = 0;
	for (; *name != '\0'; name++)
		length += !characters || starts_character(*name);
	return length;
}

/* FNV-1a, written out here because names that stand in databases must never change with the library. */
static uint32_t name_hash(const char *text, size_t length)
{
	uint32_t hash = 2166136261u;
	for (size_t i = 0; i < length; i++)
		hash = (hash ^ (unsigned char)text[i]) * 16777619u;
	return hash;
}

void cq__sql_constraint_name(const cq__dialect *dialect, cq__buffer *buffer, const char *const *parts, uint32_t count)
{
	enum { HASH_LENGTH = 9 };
	cq__buffer whole = { 0 };
	for (uint32_t i = 0; i < count; i++) {
		if (i != 0)
			cq__buffer_append_char(&whole, '_');
		cq__buffer_append_text(&whole, parts[i]);
	}
	if (whole.status != CQ_OK)
		buffer->status = whole.status;
	const char *const text = cq__buffer_text(&whole);
	if (dialect->name_limit == 0 || cq__sql_name_length(dialect, text) <= dialect->name_limit) {
		cq__buffer_append(buffer, text, whole.length);
	} else {
		/* Shortened by bytes, whatever the limit counts, and not in the middle of a UTF-8 character. */
		size_t keep = dialect->name_limit - HASH_LENGTH;
		while (keep > 0 && !starts_character(text[keep]))
			keep--;
		cq__buffer_append(buffer, text, keep);
		cq__buffer_append_format(buffer, "_%08x", name_hash(text, whole.length));
	}
	cq__buffer_release(&whole);
}
