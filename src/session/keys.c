/* session/keys.c: parts of statements that load: columns that are one of many keys, as one array where the database takes it, else as a list.
 * It knows nothing of relations. selectin.c and load.c call it.
 */
#include "session/selectin.h"

#include "query/extend.h"
#include "sql/dialect.h"

enum { MOST_IN_ARRAY = 32768, MOST_IN_LIST = 500 };

/* Whether the keys go as one array: one column, whose values are no bytes. */
static bool as_array(const cq_table *table, const cq__columns *columns)
{
	const cq_column *const column = &cq_table_columns(table)[columns->indexes[0]];
	return columns->count == 1 && column->type != CQ_TYPE_BYTES && cq__sql_storage(column) != CQ_STORAGE_BYTES;
}

uint32_t cq__keys_at_once(const cq_session *session, const cq_table *table, const cq__columns *columns)
{
	const uint32_t said = session->options.batch;
	if (as_array(table, columns))
		return said != 0 ? said : MOST_IN_ARRAY;
	const uint32_t most = MOST_IN_LIST / columns->count;
	return said != 0 && said < most ? said : most;
}

/* Values of one column, one behind the other, as an array of their C type. */
static const void *gather(cq__arena *memory, const cq__match_part *part, const void *const *objects, uint32_t count)
{
	char *const values = cq__arena_alloc(memory, (size_t)count * part->size);
	for (uint32_t i = 0; values != NULL && i < count; i++)
		memcpy(values + (size_t)i * part->size, cq__match_value(part, objects[i]), part->size);
	return values;
}

static bool push_array(cq_statement *statement, cq__arena *memory, const cq_column *column, const cq__match *match,
	const void *const *objects, const int64_t *numbers, uint32_t count)
{
	const void *const values = match->whole ? numbers : gather(memory, &match->parts[0], objects, count);
	const cq_type type = match->whole ? CQ_TYPE_BIGINT : (cq_type)match->parts[0].type;
	cq_push_column(statement, column);
	cq_push_value(statement, type, CQ_VALUE_ARRAY, (cq_value){ .bytes = { values, count } });
	cq_push(statement, CQ_OP_IN_ARRAY, 2);
	return values != NULL;
}

static void push_part(cq_statement *statement, const cq__match_part *part, const void *object)
{
	const void *const member = cq__match_value(part, object);
	cq_value value = { 0 };
	cq_type type = (cq_type)part->type;
	switch ((cq__family)part->family) {
	case CQ__FAMILY_INTEGER:
		value.integer = cq__match_number(part, object);
		type = CQ_TYPE_BIGINT;
		break;
	case CQ__FAMILY_BOOLEAN: value.integer = *(const bool *)member; break;
	case CQ__FAMILY_ENUM:
	case CQ__FAMILY_DATE: value.integer = *(const int32_t *)member; break;
	case CQ__FAMILY_TIME:
	case CQ__FAMILY_TIMESTAMP: value.integer = *(const int64_t *)member; break;
	case CQ__FAMILY_REAL: value.real = part->size == sizeof(float) ? (double)*(const float *)member : *(const double *)member; break;
	case CQ__FAMILY_BYTES: {
		const cq_bytes bytes = *(const cq_bytes *)member;
		value.bytes.data = bytes.data;
		value.bytes.size = bytes.size;
		break;
	}
	case CQ__FAMILY_DECIMAL: value.decimal = *(const cq_decimal *)member; break;
	case CQ__FAMILY_INTERVAL: value.interval = *(const cq_interval *)member; break;
	case CQ__FAMILY_UUID: value.uuid = *(const cq_uuid *)member; break;
	default: value.text = *(const char *const *)member; break;
	}
	cq_push_value(statement, type, 0, value);
}

static void push_key(cq_statement *statement, const cq__match *match, const void *object)
{
	for (uint32_t i = 0; i < match->count; i++)
		push_part(statement, &match->parts[i], object);
	if (match->count > 1)
		cq_push(statement, CQ_OP_TUPLE, match->count);
}

/* Few lengths, so that few texts are prepared: what is missing is the last key again. */
static uint32_t rounded(uint32_t count)
{
	uint32_t length = 1;
	while (length < count)
		length *= 2;
	return length < MOST_IN_LIST ? length : count;
}

bool cq__push_keys(cq_statement *statement, cq__arena *memory, const cq_table *table, const cq__columns *columns,
	const cq__match *match, const void *const *objects, const int64_t *numbers, uint32_t count)
{
	const cq_column *const all = cq_table_columns(table);
	if (as_array(table, columns))
		return push_array(statement, memory, &all[columns->indexes[0]], match, objects, numbers, count);
	for (uint32_t i = 0; i < columns->count; i++)
		cq_push_column(statement, &all[columns->indexes[i]]);
	if (columns->count > 1)
		cq_push(statement, CQ_OP_TUPLE, columns->count);
	const uint32_t length = rounded(count);
	for (uint32_t i = 0; i < length; i++)
		push_key(statement, match, objects[i < count ? i : count - 1]);
	cq_push(statement, CQ_OP_IN, 1 + length);
	return true;
}

bool cq__clauses_have(const cq_statement *clauses, cq__rank rank)
{
	if (clauses == NULL)
		return false;
	const cq_node *const nodes = cq_statement_nodes(clauses);
	uint32_t left = cq__count_pieces(clauses), end = clauses->node_count - (left != 0);
	while (left-- != 0) {
		if (cq__clause_rank(nodes[end - 1].op) == rank)
			return true;
		for (uint64_t wanted = 1; wanted != 0 && end != 0; wanted--)
			wanted += nodes[--end].count;
	}
	return false;
}
