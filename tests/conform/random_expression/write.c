/* random_expression/write.c: an expression of the test as nodes of a program, as a binding to another language would write it.
 *
 * It knows nothing of SQL or of what the expression computes.
 */
#include "expression.h"

#include <stdlib.h>
#include <string.h>

static void must(cq_status status)
{
	if (status != CQ_OK)
		abort();
}

static cq_value held(const term *from)
{
	const value *const given = &from->value;
	cq_value written = { .is_null = given->null };
	if (given->null)
		return written;
	switch ((cq_type)from->type) {
	case CQ_TYPE_DOUBLE: written.real = given->real; break;
	case CQ_TYPE_DECIMAL: written.decimal = (cq_decimal){ (int64_t)(given->real * 100), 2 }; break;
	case CQ_TYPE_TEXT:
	case CQ_TYPE_JSON: written.text = given->text; break;
	case CQ_TYPE_BYTES:
		written.bytes.data = given->text;
		written.bytes.size = given->size;
		break;
	case CQ_TYPE_INTERVAL: must(cq_interval_parse(given->text, &written.interval)); break;
	case CQ_TYPE_UUID: must(cq_uuid_parse(given->text, &written.uuid)); break;
	default: written.integer = given->integer; break;
	}
	return written;
}

/* An array of C values lives until the test ends, as the program's own would until the statement has run. */
static cq_value array_of(const term *from)
{
	static union {
		int64_t integers[8];
		double reals[8];
		const char *texts[8];
		cq_date dates[8];
	} arrays[4096];
	static uint32_t used;
	cq_value written = { .is_null = 0 };
	written.bytes.data = &arrays[used % 4096];
	written.bytes.size = from->element_count;
	for (uint32_t i = 0; i < from->element_count; i++) {
		if (from->type == CQ_TYPE_BIGINT)
			arrays[used % 4096].integers[i] = from->elements[i].integer;
		else if (from->type == CQ_TYPE_DOUBLE)
			arrays[used % 4096].reals[i] = from->elements[i].real;
		else if (from->type == CQ_TYPE_DATE)
			arrays[used % 4096].dates[i].days = (int32_t)from->elements[i].integer;
		else
			arrays[used % 4096].texts[i] = from->elements[i].text;
	}
	used++;
	return written;
}

/* SELECT of the first operand, FROM others, WHERE the second. */
static void write_subquery(cq_statement *statement, const term *query)
{
	write_expression(statement, query->operands[0]);
	cq_push(statement, CQ_OP_SELECT, 1);
	cq_push_ref(statement, CQ_OP_FROM, 0, CQ_TABLE(others));
	if (query->count == 2) {
		write_expression(statement, query->operands[1]);
		cq_push(statement, CQ_OP_WHERE, 1);
	}
	cq_push(statement, CQ_OP_SUBQUERY, query->count + 1);
}

void write_expression(cq_statement *statement, const term *expression)
{
	if (expression->op == CQ_OP_SUBQUERY) {
		write_subquery(statement, expression);
		return;
	}
	for (uint32_t i = 0; i < expression->count; i++)
		write_expression(statement, expression->operands[i]);
	if (expression->op == CQ_OP_VALUE) {
		const bool array = (expression->flags & CQ_VALUE_ARRAY) != 0;
		cq_push_value(statement, (cq_type)expression->type, expression->flags, array ? array_of(expression) : held(expression));
		return;
	}
	cq_push_node(statement, (cq_operator)expression->op, (cq_type)expression->type, expression->flags, expression->count, expression->ref);
}
